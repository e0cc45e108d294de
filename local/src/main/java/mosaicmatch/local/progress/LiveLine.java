package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One line drawn over and over, at most ten times a second; finished steps stay above it. */
final class LiveLine implements ProgressView {

  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final String LINE_START_AND_ERASE = "\r\u001B[K";
  private static final String GAP = "  ";

  private final PrintStream out;
  private final Bar bar;
  private final int columns;
  private final InstantSource clock;
  private Optional<RunningStep> running = Optional.empty();
  private Instant drawnAt = Instant.MIN;

  LiveLine(PrintStream out, Terminal terminal, InstantSource clock) {
    this.out = out;
    this.bar = new Bar(terminal);
    this.columns = terminal.columns();
    this.clock = clock;
  }

  @Override
  public synchronized void show(Progress progress) {
    var now = clock.instant();
    if (running.filter(step -> step.isSameAs(progress)).isEmpty()) {
      conclude(now);
      running = Optional.of(new RunningStep(progress, now));
    }
    running.get().update(progress, now);
    if (drawnAt.isBefore(now.minus(BETWEEN_DRAWINGS).plusNanos(1))) {
      draw(now);
    }
  }

  private void draw(Instant now) {
    drawnAt = now;
    running.ifPresent(step -> out.print(LINE_START_AND_ERASE + line(step)));
    out.flush();
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

  private void conclude(Instant now) {
    running.ifPresent(
        step -> {
          var words =
              String.join(GAP, List.of(step.name(), String.join(GAP, step.conclusion(now))));
          out.println(LINE_START_AND_ERASE + cut(words));
        });
    running = Optional.empty();
  }

  @Override
  public synchronized void say(String line) {
    out.println(LINE_START_AND_ERASE + PlainLines.clean(line));
    draw(clock.instant());
  }

  @Override
  public synchronized void close() {
    conclude(clock.instant());
    out.flush();
  }
}
