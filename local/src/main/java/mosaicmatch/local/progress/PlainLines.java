package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Plain lines for files and pipes: when a step starts and ends, and every few seconds between. */
final class PlainLines implements ProgressView {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintStream out;
  private final InstantSource clock;
  private Optional<RunningStep> running = Optional.empty();
  private Instant writtenAt = Instant.MIN;

  PlainLines(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void show(Progress progress) {
    var now = clock.instant();
    if (running.filter(step -> step.isSameAs(progress)).isEmpty()) {
      conclude(now);
      running = Optional.of(new RunningStep(progress, now));
      write(progress.step(), List.of(), now);
      return;
    }
    var step = running.get();
    step.update(progress, now);
    if (!now.isBefore(writtenAt.plus(BETWEEN_LINES))) {
      write(step.name(), step.figures(), now);
    }
  }

  private void write(String step, List<String> figures, Instant now) {
    writtenAt = now;
    out.println(figures.isEmpty() ? step : step + ": " + String.join(", ", figures));
    out.flush();
  }

  private void conclude(Instant now) {
    running.ifPresent(step -> write(step.name() + " done", step.conclusion(now), now));
    running = Optional.empty();
  }

  @Override
  public synchronized void say(String line) {
    out.println(clean(line));
    out.flush();
  }

  @Override
  public synchronized void close() {
    conclude(clock.instant());
  }

  static String clean(String line) {
    return line.replaceAll("\\p{Cntrl}", "");
  }
}
