package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What every view has in common: it knows the step under way and tells steps apart. */
abstract sealed class StepView implements ProgressView permits LiveLine, PlainLines {

  private final PrintStream out;
  private final InstantSource clock;
  private Optional<RunningStep> running = Optional.empty();

  StepView(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  /** A step began just now. */
  abstract void started(RunningStep step, Instant now);

  /** A step has come further, perhaps not far enough to say so. */
  abstract void moved(RunningStep step, Instant now);

  /** A step is over. */
  abstract void ended(RunningStep step, Instant now);

  /** A line is to be written that stays. */
  abstract void said(String line, Optional<RunningStep> running);

  @Override
  public final synchronized void show(Progress progress) {
    var now = clock.instant();
    var same = running.filter(step -> step.isSameAs(progress));
    if (same.isPresent()) {
      same.get().update(progress, now);
      moved(same.get(), now);
    } else {
      end(now);
      var step = new RunningStep(progress, now);
      running = Optional.of(step);
      started(step, now);
    }
    out.flush();
  }

  @Override
  public final synchronized void say(String line) {
    said(line.replaceAll("\\p{Cntrl}", ""), running);
    out.flush();
  }

  @Override
  public final synchronized void close() {
    end(clock.instant());
    out.flush();
  }

  private void end(Instant now) {
    running.ifPresent(step -> ended(step, now));
    running = Optional.empty();
  }
}
