package aslengine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves only when it is told to. */
public final class SteppedTime implements EngineTime {
  private static final Duration UNTIL_MOVED = Duration.ofDays(1);

  private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
  private volatile Instant now;

  /** A clock that stands at {@code start}. */
  public SteppedTime(Instant start) {
    now = start;
  }

  /** Moves the clock on; every timer that falls due on the way fires. */
  public void advance(Duration step) {
    now = now.plus(step);
    wakers.forEach(Runnable::run);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Duration rest(Instant due, boolean tasksRunning) {
    return due.isAfter(now) ? UNTIL_MOVED : Duration.ZERO;
  }

  @Override
  public void reached(Instant due) {}

  @Override
  public void onMove(Runnable wake) {
    wakers.add(wake);
  }
}
