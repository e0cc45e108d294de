package aslengine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The engine's clock. The engine asks it for the time and, before it rests until a timer is due,
 * how long that really takes.
 */
public interface EngineTime extends InstantSource {

  /**
   * How long to rest, in real time, before a timer is due; zero to go on at once.
   *
   * @param due when the next timer is due
   * @param tasksRunning whether any task is being worked on
   */
  Duration rest(Instant due, boolean tasksRunning);

  /** The rest before a timer is over: a clock that does not run by itself moves there. */
  void reached(Instant due);

  /** Has the engine call {@code wake} whenever this clock is moved from outside. */
  default void onMove(Runnable wake) {}

  /** The system's clock, in milliseconds. */
  static EngineTime system() {
    return new SystemTime();
  }

  /**
   * A clock that stands still while anything runs and leaps to the next timer when nothing does, so
   * that an hour's Wait takes no time. While a task runs, a timer takes its real time.
   */
  static EngineTime leaping(Instant start) {
    return new LeapingTime(start);
  }
}
