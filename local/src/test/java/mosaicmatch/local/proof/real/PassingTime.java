package mosaicmatch.local.proof.real;

import aslengine.time.EngineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The state machine's clock in tests: it leaps to the next timer when nothing runs, and past what
 * runs when the test says so. Whoever keeps times elsewhere, such as a table of leases, is told how
 * much has passed.
 */
final class PassingTime implements EngineTime {

  private static final Duration UNTIL_TOLD = Duration.ofDays(1);

  /** Longer than any task may take, and not so long as an execution may. */
  private static final Duration LONGEST_LEAP = Duration.ofMinutes(20);

  private final List<Consumer<Duration>> keepers = new CopyOnWriteArrayList<>();
  private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
  private final AtomicInteger leaps = new AtomicInteger();
  private volatile Instant now = Instant.now();

  /** Tells somebody of all time that passes from now on. */
  void tell(Consumer<Duration> keeper) {
    keepers.add(keeper);
  }

  /** Lets time pass until the next timer is due, although tasks run, so that theirs may be up. */
  void leapWhileTasksRun() {
    leaps.set(1);
    wakers.forEach(Runnable::run);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Duration rest(Instant due, boolean tasksRunning) {
    boolean mayLeap = leaps.get() > 0 && due.isBefore(now.plus(LONGEST_LEAP));
    return tasksRunning && !mayLeap && due.isAfter(now) ? UNTIL_TOLD : Duration.ZERO;
  }

  @Override
  public void reached(Instant due) {
    var passed = Duration.between(now, due);
    if (passed.isPositive()) {
      leaps.set(0);
      now = due;
      keepers.forEach(keeper -> keeper.accept(passed));
    }
  }

  @Override
  public void onMove(Runnable wake) {
    wakers.add(wake);
  }
}
