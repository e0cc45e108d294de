package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static mosaicmatch.pair.PairWorld.NEXT;
import static mosaicmatch.pair.PairWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.AttemptInProgressException;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.proof.Breaking;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;

class PairIsFinishedOrGivenUpAsAWholeTest {

  private static final Duration LEASE = Duration.ofSeconds(45);

  private final PairWorld world = new PairWorld();
  private final PlannedPair pair = PairWorld.pair(CYCLE, world.ann, world.ben);

  @Test
  void refusedFirstMemberLeavesTheSecondUntouched() {
    world.seekers.optOut(world.ann.userId());
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.status()).isEqualTo(PairStatus.ABANDONED);
    assertThat(entry.lastError()).contains("match refused: opted_out");
    world.assertWhole(pair);
    world.assertCanBeMatchedAgain(world.ben);
  }

  @Test
  void refusedSecondMemberGivesTheFirstTheirOptInBack() {
    world.seekers.optOut(world.ben.userId());
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.status()).isEqualTo(PairStatus.ABANDONED);
    world.assertWhole(pair);
    world.assertCanBeMatchedAgain(world.ann);
  }

  @Test
  void newerOptInIsNotMatchedForAnOlderOne() {
    world.seekers.optOut(world.ben.userId());
    var newer = world.seekers.optIn(world.ben.userId(), NOW);
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.lastError()).contains("match refused: newer_opt_in");
    world.assertCanBeMatchedAgain(newer);
  }

  @Test
  void optingOutAfterTheMatchIsRecordedChangesNothing() {
    world.rooms.down(true);
    assertThatThrownBy(() -> world.protocol().process(pair, LEASE))
        .isInstanceOf(NakamaUnavailableException.class);
    world.seekers.optOut(world.ben.userId());
    world.rooms.down(false);
    assertThat(world.protocol().process(pair, LEASE).status()).isEqualTo(PairStatus.COMPLETED);
    world.assertWhole(pair);
  }

  @Test
  void memberInAnotherLivePairSupersedesThisOne() {
    world.rooms.down(true);
    assertThatThrownBy(() -> world.protocol().process(pair, LEASE))
        .isInstanceOf(NakamaUnavailableException.class);
    var later = PairWorld.pair(NEXT, world.ben, world.cam);
    assertThat(world.protocol().process(later, LEASE).status()).isEqualTo(PairStatus.SUPERSEDED);
    world.rooms.down(false);
    world.assertCanBeMatchedAgain(world.cam);
  }

  @Test
  void outageNeverPoisonsAndIsRecordedWithItsLeaseEnded() {
    world.seekers.down(true);
    assertThatThrownBy(() -> world.protocol().process(pair, LEASE))
        .isInstanceOf(TraitServiceUnavailableException.class);
    var entry = world.entry(pair);
    assertThat(entry.status()).isEqualTo(PairStatus.PENDING);
    assertThat(entry.attemptLeaseUntil()).isBefore(NOW);
    assertThat(entry.lastError())
        .contains("TraitServiceUnavailableException: the trait service is down");
    world.seekers.down(false);
    assertThat(world.protocol().process(pair, LEASE).attempt()).isEqualTo(2);
  }

  @Test
  void attemptUnderWayIsLetAlone() {
    world.claims.claim(pair, LEASE);
    assertThatThrownBy(() -> world.protocol().process(pair, LEASE))
        .isInstanceOf(AttemptInProgressException.class);
    assertThat(world.entry(pair).attemptLeaseUntil()).isEqualTo(NOW.plus(LEASE));
  }

  @Test
  void goneMemberIsConsumedAndThePartnerIsFreeAtOnce() {
    world.rooms.delete(world.ben.userId());
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.status()).isEqualTo(PairStatus.FAILED);
    assertThat(entry.lastError()).contains("no room: Nakama has no user ben");
    assertThat(world.rooms.isClosed(CYCLE, pair.pairKey())).isTrue();
    assertThat(world.consumed(entry)).containsExactly(world.ben.userId());
    world.assertWhole(pair);
    world.assertCanBeMatchedAgain(world.ann);
  }

  @Test
  void whoWasGoneAndComesBackOptsInAnew() {
    world.rooms.delete(world.ben.userId());
    world.protocol().process(pair, LEASE);
    world.rooms.makeAnew(world.ben.userId());
    var again = world.seekers.optIn(world.ben.userId(), world.ben.optedInAt());
    assertThat(again.optedInAt()).isAfter(world.ben.optedInAt());
    world.assertCanBeMatchedAgain(again);
  }

  @Test
  void whenBothAreGoneBothAreConsumed() {
    world.rooms.delete(world.ann.userId());
    world.rooms.delete(world.ben.userId());
    var entry = world.protocol().process(pair, LEASE);
    assertThat(world.consumed(entry))
        .containsExactlyInAnyOrder(world.ann.userId(), world.ben.userId());
  }

  @Test
  void matchClosedFromOutsideFreesBoth() {
    world.rooms.close(CYCLE, pair.pairKey(), "by hand");
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.status()).isEqualTo(PairStatus.FAILED);
    assertThat(world.consumed(entry)).isEmpty();
    world.assertWhole(pair);
    world.assertCanBeMatchedAgain(world.ann);
    world.assertCanBeMatchedAgain(world.ben);
  }

  @Test
  void endedPairIsAnsweredForAndNotTouched() {
    var entry = world.protocol().process(pair, LEASE);
    assertThat(world.protocol().process(pair, LEASE)).isEqualTo(entry);
    assertThat(world.protocol().finishOrAbandon(entry)).isEqualTo(entry);
    assertThat(world.rooms.rooms()).hasSize(1).allMatch(room -> room.openings() == 1);
  }

  @Test
  void storeThatRecordsNothingIsCaught() {
    var stuck = Breaking.the("recordMatched", (real, arguments) -> arguments[0]);
    assertThatThrownBy(() -> world.protocol(stuck).process(pair, LEASE))
        .isInstanceOf(PairStuckException.class)
        .hasMessageContaining("pair ann#ben of cycle 2026-11-22T02:00:00Z");
  }

  @Test
  void pairThatComesToNothingIsAMissedCycleForWhomItLeavesWaiting() {
    world.seekers.optOut(world.ben.userId());
    world.protocol().process(pair, LEASE);
    world.protocol().process(pair, LEASE);
    assertThat(world.seekers.missedCycles(world.ann.userId())).isEqualTo(1);
    assertThat(world.seekers.missedCycles(world.ben.userId())).isZero();
  }

  @Test
  void supersededPairIsAMissedCycleForWhomItLeavesWaiting() {
    world.protocol().process(pair, LEASE);
    world.protocol().process(PairWorld.pair(NEXT, world.ben, world.cam), LEASE);
    assertThat(world.seekers.missedCycles(world.cam.userId())).isEqualTo(1);
    assertThat(world.seekers.missedCycles(world.ben.userId())).isZero();
  }

  @Test
  void failedPairIsAMissedCycleForThePartner() {
    world.rooms.delete(world.ben.userId());
    world.protocol().process(pair, LEASE);
    assertThat(world.seekers.missedCycles(world.ann.userId())).isEqualTo(1);
  }

  @Test
  void reasonOfAPairThatIsGivenUpOutlivesAnOutage() {
    world.rooms.delete(world.ben.userId());
    var closed = Breaking.the("close", (real, arguments) -> down());
    assertThatThrownBy(() -> world.protocol(closed).process(pair, LEASE))
        .isInstanceOf(NakamaUnavailableException.class);
    assertThat(world.entry(pair).status()).isEqualTo(PairStatus.FAILING);
    var entry = world.protocol().process(pair, LEASE);
    assertThat(entry.status()).isEqualTo(PairStatus.FAILED);
    assertThat(entry.lastError()).contains("no room: Nakama has no user ben");
  }

  private static Object down() {
    throw new NakamaUnavailableException("nakama is down");
  }
}
