package mosaicmatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.SplittableRandom;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.CycleOvertakenException;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.lock.LockHeldException;
import mosaicmatch.lock.LockLostException;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.Opening;

/** One random walk over the lock's row, in the model and in memory: same answers, same row. */
final class LockWalk {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final int EXECUTIONS = 3;
  private static final int MOST_FENCES = 127;

  private final SplittableRandom random;
  private final Layout layout = new Layout();
  private final LockRow row =
      new LockRow(layout, EnumSet.allOf(Rule.class), EXECUTIONS, MOST_FENCES);
  private final State state = layout.empty();
  private final HandDrivenClock clock = new HandDrivenClock();
  private final CycleLock lock = new InMemoryCycleLock(clock, LEASE, SKEW);

  LockWalk(SplittableRandom random) {
    this.random = random;
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      step(random.nextInt(EXECUTIONS), random.nextInt(2));
      assertSameRow();
    }
  }

  private void step(int execution, int redrive) {
    int cycle = execution == 2 ? 2 : 1;
    int fence = Math.max(0, row.fence(state) - random.nextInt(2));
    var name = "execution-" + execution;
    var held = new Cycle(RealWorld.cycle(cycle), name, redrive, fence, false);
    switch (random.nextInt(6)) {
      case 0 ->
          assertThat(lock.open(held.id(), name, redrive) instanceof Opening.Opened)
              .isEqualTo(row.open(state, cycle, execution, redrive));
      case 1 ->
          assertThat(isDone(() -> lock.hold(held)))
              .isEqualTo(row.hold(state, cycle, execution, redrive, fence));
      case 2 ->
          assertThat(isDone(() -> lock.renew(held))).isEqualTo(row.renew(state, execution, fence));
      case 3 -> assertThat(lock.release(held)).isEqualTo(row.release(state, execution, fence));
      case 4 ->
          assertThat(lock.releaseFor(name, redrive, fence))
              .isEqualTo(row.releaseFor(state, execution, redrive, fence));
      default -> leaseEnds();
    }
  }

  private void leaseEnds() {
    clock.advance(LEASE.plus(SKEW).plusMillis(1));
    row.leaseEnds(state);
  }

  private static boolean isDone(Runnable call) {
    try {
      call.run();
      return true;
    } catch (LockHeldException | LockLostException | CycleOvertakenException e) {
      return false;
    }
  }

  private void assertSameRow() {
    var stored = lock.state();
    assertThat(stored.map(LockState::fence).orElse(0L)).isEqualTo(row.fence(state));
    assertThat(row.isTrespassed(state)).isFalse();
    for (int execution = 0; execution < EXECUTIONS; execution++) {
      var owner = stored.flatMap(LockState::owner).orElse("nobody");
      assertThat(owner.equals("execution-" + execution)).isEqualTo(row.isOwnedBy(state, execution));
    }
    boolean isLeased =
        stored
            .filter(found -> !found.leaseUntil().plus(SKEW).isBefore(clock.instant()))
            .isPresent();
    assertThat(isLeased).isEqualTo(row.isLeased(state));
  }
}
