package mosaicmatch.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cycle lock does. */
abstract class CycleLockContract {

  static final CycleId FIRST = new CycleId("2026-11-22T02:00:00Z");
  static final CycleId SECOND = new CycleId("2026-11-22T03:00:00Z");
  static final LockTimes TIMES = new LockTimes(Duration.ofSeconds(300), Duration.ofSeconds(5));
  static final String ONE = "arn:one";
  static final String TWO = "arn:two";

  final HandDrivenClock clock = new HandDrivenClock();
  CycleLock lock;

  abstract CycleLock open(HandDrivenClock clock);

  @BeforeEach
  void openLock() {
    lock = open(clock);
  }

  private Cycle opened(CycleId id, String execution) {
    return ((Opening.Opened) lock.open(id, execution, 0)).cycle();
  }

  private void passTheLease() {
    clock.advance(TIMES.lease().plus(TIMES.clockSkew()).plusMillis(1));
  }

  @Test
  void nobodyHoldsANewLock() {
    assertThat(lock.state()).isEmpty();
  }

  @Test
  void theFirstToOpenHoldsTheLockForALease() {
    assertThat(lock.open(FIRST, ONE, 2))
        .isEqualTo(new Opening.Opened(new Cycle(FIRST, ONE, 2, 1, false)));
    var state = lock.state().orElseThrow();
    assertThat(state.owner()).contains(ONE);
    assertThat(state.redriveCount()).isEqualTo(2);
    assertThat(state.leaseUntil()).isEqualTo(clock.instant().plus(TIMES.lease()));
    assertThat(state.lastCycleId()).contains(FIRST);
  }

  @Test
  void aLaterCycleFindsAHeldLockBusy() {
    opened(FIRST, ONE);
    assertThat(lock.open(SECOND, TWO, 0)).isEqualTo(new Opening.Busy());
  }

  @Test
  void theSameCycleOfAnotherExecutionHasAlreadyRun() {
    var cycle = opened(FIRST, ONE);
    assertThat(lock.open(FIRST, TWO, 0)).isEqualTo(new Opening.AlreadyRun());
    lock.release(cycle);
    assertThat(lock.open(FIRST, TWO, 0)).isEqualTo(new Opening.AlreadyRun());
  }

  @Test
  void anEarlierCycleHasAlreadyRun() {
    lock.release(opened(SECOND, ONE));
    assertThat(lock.open(FIRST, TWO, 0)).isEqualTo(new Opening.AlreadyRun());
  }

  @Test
  void theOwnerOpensAgainAndGetsAHigherFence() {
    opened(FIRST, ONE);
    assertThat(opened(FIRST, ONE).fence()).isEqualTo(2);
  }

  @Test
  void anExecutionWhoseLockWasFreedMayOpenItsCycleAgain() {
    var cycle = opened(FIRST, ONE);
    lock.releaseFor(ONE, 0, cycle.fence());
    assertThat(opened(FIRST, ONE).fence()).isEqualTo(2);
  }

  @Test
  void anExecutionMayNotReopenItsCycleOnceALaterOneWasOpened() {
    lock.release(opened(FIRST, ONE));
    lock.release(opened(SECOND, TWO));
    assertThat(lock.open(FIRST, ONE, 1)).isEqualTo(new Opening.AlreadyRun());
  }

  @Test
  void expiredLeaseIsTakenOverWithAHigherFence() {
    opened(FIRST, ONE);
    passTheLease();
    assertThat(opened(SECOND, TWO).fence()).isEqualTo(2);
  }

  @Test
  void aLeaseIsLetAloneWithinTheMarginForClockSkew() {
    opened(FIRST, ONE);
    clock.advance(TIMES.lease().plus(TIMES.clockSkew()));
    assertThat(lock.open(SECOND, TWO, 0)).isEqualTo(new Opening.Busy());
  }

  @Test
  void holdExtendsTheLeaseUnderTheSameFence() {
    var cycle = opened(FIRST, ONE);
    clock.advance(Duration.ofSeconds(200));
    assertThat(lock.hold(cycle)).isEqualTo(cycle);
    assertThat(lock.state().orElseThrow().leaseUntil())
        .isEqualTo(clock.instant().plus(TIMES.lease()));
  }

  @Test
  void holdExtendsAnExpiredLeaseThatNobodyTook() {
    var cycle = opened(FIRST, ONE);
    passTheLease();
    assertThat(lock.hold(cycle)).isEqualTo(cycle);
  }

  @Test
  void aRedrivenExecutionTakesItsFreedLockUnderANewFence() {
    var cycle = opened(FIRST, ONE);
    lock.releaseFor(ONE, 0, cycle.fence());
    var redriven = new Cycle(FIRST, ONE, 1, cycle.fence(), false);
    assertThat(lock.hold(redriven)).isEqualTo(redriven.withFence(2));
    assertThat(lock.state().orElseThrow().redriveCount()).isEqualTo(1);
  }

  @Test
  void aRedrivenExecutionThatStillOwnsTheLockGetsANewFence() {
    var cycle = opened(FIRST, ONE);
    assertThat(lock.hold(new Cycle(FIRST, ONE, 1, cycle.fence(), false)).fence()).isEqualTo(2);
  }

  @Test
  void afterARedriveTheFailureOfTheFirstRunNoLongerFreesTheLock() {
    var cycle = opened(FIRST, ONE);
    lock.hold(new Cycle(FIRST, ONE, 1, cycle.fence(), false));
    assertThat(lock.releaseFor(ONE, 0, cycle.fence())).isFalse();
    assertThat(lock.releaseFor(ONE, 0, 2)).isFalse();
    assertThat(lock.releaseFor(ONE, 1, 2)).isTrue();
  }

  @Test
  void holdIsRefusedWhileAnotherExecutionHoldsTheLock() {
    var cycle = opened(FIRST, ONE);
    passTheLease();
    opened(SECOND, TWO);
    assertThatThrownBy(() -> lock.hold(cycle))
        .isInstanceOf(LockHeldException.class)
        .hasMessageContaining(TWO);
  }

  @Test
  void holdIsRefusedOnceALaterCycleWasOpened() {
    var cycle = opened(FIRST, ONE);
    lock.release(cycle);
    lock.release(opened(SECOND, TWO));
    assertThatThrownBy(() -> lock.hold(cycle)).isInstanceOf(CycleOvertakenException.class);
  }

  @Test
  void holdNeedsALockThatWasOpened() {
    assertThatThrownBy(() -> lock.hold(new Cycle(FIRST, ONE, 0, 1, false)))
        .isInstanceOf(LockLostException.class);
  }

  @Test
  void renewLeavesAYoungLeaseAlone() {
    var cycle = opened(FIRST, ONE);
    var leaseUntil = clock.instant().plus(TIMES.lease());
    clock.advance(TIMES.lease().dividedBy(2));
    lock.renew(cycle);
    assertThat(lock.state().orElseThrow().leaseUntil()).isEqualTo(leaseUntil);
  }

  @Test
  void renewExtendsALeaseOfWhichLessThanHalfIsLeft() {
    var cycle = opened(FIRST, ONE);
    clock.advance(TIMES.lease().dividedBy(2).plusMillis(1));
    lock.renew(cycle);
    assertThat(lock.state().orElseThrow().leaseUntil())
        .isEqualTo(clock.instant().plus(TIMES.lease()));
  }

  @Test
  void laterCyclesHolderWhoseLeaseRanOutHoldsNothing() {
    var cycle = opened(FIRST, ONE);
    passTheLease();
    opened(SECOND, TWO);
    passTheLease();
    assertThatThrownBy(() -> lock.hold(cycle)).isInstanceOf(CycleOvertakenException.class);
  }

  @Test
  void executionThatOpenedALaterCycleIsOvertakenByItself() {
    var cycle = opened(FIRST, ONE);
    lock.release(cycle);
    opened(SECOND, ONE);
    assertThatThrownBy(() -> lock.hold(cycle)).isInstanceOf(CycleOvertakenException.class);
  }

  @Test
  void renewIsRefusedUnderAnOldFence() {
    var cycle = opened(FIRST, ONE);
    opened(FIRST, ONE);
    assertThatThrownBy(() -> lock.renew(cycle)).isInstanceOf(LockLostException.class);
  }

  @Test
  void renewIsRefusedWhenTheLockWasReleased() {
    var cycle = opened(FIRST, ONE);
    lock.release(cycle);
    assertThatThrownBy(() -> lock.renew(cycle)).isInstanceOf(LockLostException.class);
  }

  @Test
  void releaseFreesTheLockAndKeepsItsMemory() {
    var cycle = opened(FIRST, ONE);
    assertThat(lock.release(cycle)).isTrue();
    assertThat(lock.state())
        .contains(new LockState(Optional.empty(), 0, 1, Instant.EPOCH, Optional.of(FIRST)));
    assertThat(opened(SECOND, TWO).fence()).isEqualTo(2);
  }

  @Test
  void releaseUnderAnOldFenceChangesNothing() {
    var cycle = opened(FIRST, ONE);
    passTheLease();
    opened(SECOND, TWO);
    assertThat(lock.release(cycle)).isFalse();
    assertThat(lock.state().orElseThrow().owner()).contains(TWO);
  }

  @Test
  void releaseForAnExecutionThatIsNotTheOwnerChangesNothing() {
    var cycle = opened(FIRST, ONE);
    assertThat(lock.releaseFor(TWO, 0, cycle.fence())).isFalse();
    assertThat(lock.releaseFor(ONE, 0, cycle.fence() + 1)).isFalse();
    assertThat(lock.state().orElseThrow().owner()).contains(ONE);
  }

  @Test
  void oneOfManyExecutionsOpensTheCycle() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      var openings =
          pool.invokeAll(
              IntStream.range(0, 24)
                  .<Callable<Opening>>mapToObj(n -> () -> lock.open(FIRST, "arn:" + n, 0))
                  .toList());
      assertThat(openings)
          .extracting(opening -> opening.resultNow() instanceof Opening.Opened)
          .containsOnlyOnce(true);
    }
    assertThat(lock.state().orElseThrow().fence()).isEqualTo(1);
  }
}
