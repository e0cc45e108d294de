package mosaicmatch.audit;

import static mosaicmatch.plan.SomePairs.CYCLE;
import static mosaicmatch.plan.SomePairs.NEXT_CYCLE;
import static mosaicmatch.plan.SomePairs.optIn;
import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import mosaicmatch.claim.PairStoresContract;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/** What every audit trail does, on entries that claims have begun. */
abstract class AuditTrailContract extends PairStoresContract {

  private AuditEntry claimed() {
    return claims.claim(pair("ada", "ben"), LEASE);
  }

  @Test
  void aPairThatWasNeverClaimedHasNoEntry() {
    assertThat(trail.find(CYCLE, new PairKey("ada#ben"))).isEmpty();
  }

  @Test
  void matchedIsRecordedOnceWithItsTime() {
    var entry = claimed();
    clock.advance(Duration.ofSeconds(1));
    var matched = trail.recordMatched(entry);
    assertThat(matched.metadataUpdated()).isTrue();
    assertThat(matched.lastAttemptAt()).isEqualTo(clock.instant());
    assertThat(matched.attemptLeaseUntil()).isEqualTo(entry.attemptLeaseUntil());
    assertThat(trail.find(CYCLE, entry.pairKey())).contains(matched);
  }

  @Test
  void theRoomIsRecordedOnlyAfterMatched() {
    var entry = claimed();
    assertThat(trail.recordRoom(entry, ROOM)).isEqualTo(entry);
    var open = trail.recordRoom(trail.recordMatched(entry), ROOM);
    assertThat(open.roomOpened()).isTrue();
    assertThat(open.channelId()).contains(ROOM.channelId());
  }

  @Test
  void aPairThatIsMatchedIsNotAbandoned() {
    var matched = trail.recordMatched(claimed());
    assertThat(trail.beginAbandoning(matched, "opted_out")).isEqualTo(matched);
  }

  @Test
  void aPairThatIsBeingAbandonedIsNotMatched() {
    var entry = claimed();
    var abandoning = trail.beginAbandoning(entry, "opted_out");
    assertThat(abandoning.status()).isEqualTo(PairStatus.ABANDONING);
    assertThat(abandoning.lastError()).contains("opted_out");
    assertThat(trail.recordMatched(entry)).isEqualTo(abandoning);
  }

  @Test
  void theFirstReasonToAbandonStays() {
    var entry = claimed();
    var abandoning = trail.beginAbandoning(entry, "opted_out");
    assertThat(trail.beginAbandoning(entry, "excluded")).isEqualTo(abandoning);
  }

  @Test
  void onlyAMatchedPairWithoutARoomBeginsToFail() {
    var entry = claimed();
    assertThat(trail.beginFailing(entry, Set.of(), "unknown_user")).isEqualTo(entry);
    var matched = trail.recordMatched(entry);
    var halfNotified =
        trail.recordRoom(matched, new MatchRoom("group", "3.group..", true, true, false));
    var failing = trail.beginFailing(halfNotified, Set.of(new SeekerId("ben")), "unknown_user");
    assertThat(failing.status()).isEqualTo(PairStatus.FAILING);
    assertThat(failing.lastError()).contains("unknown_user");
    assertThat(failing.isGone(failing.user1())).isFalse();
    assertThat(failing.isGone(failing.user2())).isTrue();
    assertThat(trail.find(CYCLE, entry.pairKey())).contains(failing);
    assertThat(trail.beginFailing(matched, Set.of(), "match is closed")).isEqualTo(failing);
    assertThat(trail.recordRoom(matched, ROOM)).isEqualTo(failing);
    assertThat(trail.incompleteEntries(10)).containsExactly(failing);
  }

  @Test
  void aPairWithItsRoomDoesNotBeginToFail() {
    var open = trail.recordRoom(trail.recordMatched(claimed()), ROOM);
    assertThat(trail.beginFailing(open, Set.of(), "unknown_user")).isEqualTo(open);
  }

  @Test
  void aFailedAttemptLeavesTheReasonOfAPairThatIsGivenUp() {
    var entry = claimed();
    var abandoning = trail.beginAbandoning(entry, "opted_out");
    assertThat(trail.recordFailedAttempt(entry, "down")).isEqualTo(abandoning);
  }

  @Test
  void aFailedAttemptEndsItsLease() {
    var failed = trail.recordFailedAttempt(claimed(), "NakamaUnavailableException");
    assertThat(failed.lastError()).contains("NakamaUnavailableException");
    assertThat(failed.attemptLeaseUntil()).isEqualTo(Instant.EPOCH);
    assertThat(claimed().attempt()).isEqualTo(2);
  }

  @Test
  void aFailedAttemptLeavesTheNextOneAlone() {
    var first = claimed();
    clock.advance(LEASE);
    var second = claimed();
    assertThat(trail.recordFailedAttempt(first, "late")).isEqualTo(second);
  }

  @Test
  void aFailedAttemptLeavesAnEndedPairAlone() {
    var entry = claimed();
    var ended = claims.abandon(trail.beginAbandoning(entry, "opted_out"));
    assertThat(trail.recordFailedAttempt(entry, "late")).isEqualTo(ended);
  }

  @Test
  void nothingIsRecordedWithoutAnEntry() {
    var elsewhere = EntryDraft.fresh(pair("cleo", "dan")).at(clock.instant());
    assertThatThrownBy(() -> trail.recordMatched(elsewhere))
        .isInstanceOf(UnknownEntryException.class);
  }

  @Test
  void theEntriesOfACycleAreItsOwn() {
    var here = claimed();
    var alsoHere = claims.claim(pair("cleo", "dan"), LEASE);
    claims.claim(pair(NEXT_CYCLE, optIn("eva"), optIn("fred")), LEASE);
    assertThat(trail.entriesOf(CYCLE)).containsExactly(here, alsoHere);
    assertThat(trail.entriesOf(CYCLE, new SeekerId("dan"))).containsExactly(alsoHere);
    assertThat(trail.entriesOf(CYCLE, new SeekerId("eva"))).isEmpty();
  }

  @Test
  void aLongCycleIsReadToItsEnd() {
    IntStream.range(1000, 1300).forEach(n -> claims.claim(pair("a" + n, "b" + n), LEASE));
    assertThat(trail.entriesOf(CYCLE)).hasSize(300);
    assertThat(trail.incompleteEntries(1000)).hasSize(300);
  }

  @Test
  void incompleteEntriesAreThePendingAndTheAbandoningOldestFirst() {
    var later = claims.claim(pair(NEXT_CYCLE, optIn("eva"), optIn("fred")), LEASE);
    var pending = claims.claim(pair("cleo", "dan"), LEASE);
    var abandoning = trail.beginAbandoning(claimed(), "opted_out");
    claims.abandon(trail.beginAbandoning(claims.claim(pair("gil", "hal"), LEASE), "excluded"));
    assertThat(trail.incompleteEntries(10))
        .containsExactlyInAnyOrder(abandoning, pending, later)
        .last()
        .isEqualTo(later);
    assertThat(trail.incompleteEntries(2)).containsExactlyInAnyOrder(abandoning, pending);
  }

  private AuditEntry completed() {
    return claims.complete(trail.recordRoom(trail.recordMatched(claimed()), ROOM));
  }

  @Test
  void onlyACompletedPairBecomesUndone() {
    var entry = claimed();
    assertThat(trail.recordUndone(entry)).isEqualTo(entry);
    var completed = claims.complete(trail.recordRoom(trail.recordMatched(entry), ROOM));
    var undone = trail.recordUndone(completed);
    assertThat(undone.status()).isEqualTo(PairStatus.UNDONE);
    assertThat(undone.channelId()).contains(ROOM.channelId());
    assertThat(trail.recordUndone(completed)).isEqualTo(undone);
    assertThat(claimed()).isEqualTo(undone);
    assertThat(trail.incompleteEntries(10)).isEmpty();
  }

  @Test
  void aPairThatIsForestalledIsUndoneAndNeverBegun() {
    var forestalled = trail.forestall(pair("ada", "ben"));
    assertThat(forestalled.status()).isEqualTo(PairStatus.UNDONE);
    assertThat(forestalled.members()).containsExactly(optIn("ada"), optIn("ben"));
    assertThat(claimed()).isEqualTo(forestalled);
    assertThat(trail.entriesOf(CYCLE)).containsExactly(forestalled);
    assertThat(trail.incompleteEntries(10)).isEmpty();
  }

  @Test
  void aPairThatWasBegunIsNotForestalled() {
    var entry = claimed();
    assertThat(trail.forestall(pair("ada", "ben"))).isEqualTo(entry);
  }

  @Test
  void onlyThePairsThatHaveEndedAreForgotten() {
    var entry = claimed();
    assertThat(trail.forget(CYCLE, entry.pairKey())).isFalse();
    claims.abandon(trail.beginAbandoning(entry, "opted_out"));
    assertThat(trail.forget(CYCLE, entry.pairKey())).isTrue();
    assertThat(trail.forget(CYCLE, entry.pairKey())).isFalse();
    assertThat(trail.entriesOf(CYCLE)).isEmpty();
    assertThat(completed().status()).isEqualTo(PairStatus.COMPLETED);
  }
}
