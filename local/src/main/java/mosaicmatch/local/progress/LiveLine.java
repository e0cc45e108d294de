package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** One line drawn over and over, at most ten times a second; finished steps stay above it. */
final class LiveLine extends StepView {

  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final String LINE_START_AND_ERASE = "\r\u001B[K";
  private static final String GAP = "  ";

  private final PrintStream out;
  private final Bar bar;
  private final int columns;
  private Instant drawnAt = Instant.MIN;

  LiveLine(PrintStream out, Terminal terminal, InstantSource clock) {
    super(out, clock);
    this.out = out;
    this.bar = new Bar(terminal);
    this.columns = terminal.columns();
  }

  @Override
  void started(RunningStep step, Instant now) {
    moved(step, now);
  }

  @Override
  void moved(RunningStep step, Instant now) {
    if (drawnAt.isBefore(now.minus(BETWEEN_DRAWINGS).plusNanos(1))) {
      drawnAt = now;
      draw(step);
    }
  }

  @Override
  void ended(RunningStep step, Instant now) {
    stay(cut(step.name() + GAP + String.join(GAP, step.conclusion(now))));
  }

  @Override
  void said(String line, Optional<RunningStep> running) {
    stay(line);
    running.ifPresent(this::draw);
  }

  private void stay(String line) {
    out.println(LINE_START_AND_ERASE + line);
  }

  private void draw(RunningStep step) {
    out.print(LINE_START_AND_ERASE + line(step));
  }

  private String line(RunningStep step) {
    var figures = String.join(GAP, step.figures());
    int taken = step.name().length() + GAP.length() + Bar.WIDTH + GAP.length() + figures.length();
    return step.counts() && taken < columns
        ? step.name() + GAP + bar.at(step.share()) + GAP + figures
        : cut((step.name() + GAP + figures).strip());
  }

  // The last column stays free: many terminals go to the next line when it is written to.
  private String cut(String line) {
    return line.substring(0, Math.min(line.length(), columns - 1));
  }
}
