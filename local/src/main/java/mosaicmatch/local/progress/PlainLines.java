package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Plain lines for files and pipes: when a step starts and ends, and every few seconds between. */
final class PlainLines extends StepView {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintStream out;
  private Instant writtenAt = Instant.MIN;

  PlainLines(PrintStream out, InstantSource clock) {
    super(out, clock);
    this.out = out;
  }

  @Override
  void started(RunningStep step, Instant now) {
    write(step.name(), List.of(), now);
  }

  @Override
  void moved(RunningStep step, Instant now) {
    if (!now.isBefore(writtenAt.plus(BETWEEN_LINES))) {
      write(step.name(), step.figures(), now);
    }
  }

  @Override
  void ended(RunningStep step, Instant now) {
    write(step.name() + " done", step.conclusion(now), now);
  }

  @Override
  void said(String line, Optional<RunningStep> running) {
    out.println(line);
  }

  private void write(String step, List<String> figures, Instant now) {
    writtenAt = now;
    out.println(figures.isEmpty() ? step : step + ": " + String.join(", ", figures));
  }
}
