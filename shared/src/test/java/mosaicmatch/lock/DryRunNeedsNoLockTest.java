package mosaicmatch.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import org.junit.jupiter.api.Test;

class DryRunNeedsNoLockTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(300);

  private final HandDrivenClock clock = new HandDrivenClock();
  private final CycleLock lock = new InMemoryCycleLock(clock, LEASE, Duration.ZERO);
  private final PlanningLock planning = new PlanningLock(lock);

  @Test
  void dryRunPlansWhileAnotherCycleHoldsTheLock() {
    lock.open(CYCLE, "arn:one", 0);
    var held = lock.state();
    var dryRun = new Cycle(new CycleId("dry-2026-11-22T02:00:13Z"), "arn:dry", 0, 0, true);
    assertThat(planning.hold(dryRun)).isEqualTo(dryRun);
    assertThatCode(() -> planning.renew(dryRun)).doesNotThrowAnyException();
    assertThat(lock.state()).isEqualTo(held);
  }

  @Test
  void cycleHoldsAndRenewsIt() {
    var cycle = ((Opening.Opened) lock.open(CYCLE, "arn:one", 0)).cycle();
    clock.advance(LEASE.dividedBy(2).plusMillis(1));
    assertThat(planning.hold(cycle)).isEqualTo(cycle);
    var until = clock.instant().plus(LEASE);
    assertThat(lock.state().orElseThrow().leaseUntil()).isEqualTo(until);
    clock.advance(LEASE.dividedBy(2).plusMillis(1));
    planning.renew(cycle);
    assertThat(lock.state().orElseThrow().leaseUntil()).isAfter(until);
    lock.release(cycle);
    assertThatThrownBy(() -> planning.renew(cycle)).isInstanceOf(LockLostException.class);
  }
}
