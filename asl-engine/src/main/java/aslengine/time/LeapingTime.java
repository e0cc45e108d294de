package aslengine.time;

import java.time.Duration;
import java.time.Instant;

/** A clock that leaps to the next timer. */
final class LeapingTime implements EngineTime {
  private volatile Instant now;

  LeapingTime(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Duration rest(Instant due, boolean tasksRunning) {
    return tasksRunning ? Duration.between(now, due) : Duration.ZERO;
  }

  @Override
  public void reached(Instant due) {
    if (due.isAfter(now)) {
      now = due;
    }
  }
}
