package mosaicmatch.claim;

import static mosaicmatch.plan.SomePairs.CYCLE;
import static mosaicmatch.plan.SomePairs.NEXT_CYCLE;
import static mosaicmatch.plan.SomePairs.OPTED_IN;
import static mosaicmatch.plan.SomePairs.laterOptIn;
import static mosaicmatch.plan.SomePairs.optIn;
import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/** What claims do, together with their audit trail. */
abstract class ClaimsContract extends PairStoresContract {

  private AuditEntry claim(PlannedPair pair) {
    return claims.claim(pair, LEASE);
  }

  private AuditEntry withRoom(PlannedPair pair) {
    return trail.recordRoom(trail.recordMatched(claim(pair)), ROOM);
  }

  private void assertConsumed(String id, boolean live) {
    assertThat(claimOf(id).consumedOptedInAt()).isEqualTo(OPTED_IN);
    assertThat(claimOf(id).live()).isEqualTo(live);
  }

  private Claim claimOf(String id) {
    return claims.find(List.of(new SeekerId(id))).getFirst();
  }

  @Test
  void aClaimedPairIsPendingInItsFirstAttempt() {
    var pair = pair("ada", "ben");
    var entry = claim(pair);
    assertThat(entry.status()).isEqualTo(PairStatus.PENDING);
    assertThat(entry.cycleId()).isEqualTo(CYCLE);
    assertThat(entry.pairKey()).isEqualTo(pair.pairKey());
    assertThat(entry.members()).containsExactly(pair.user1(), pair.user2());
    assertThat(entry.score()).isEqualTo(pair.score());
    assertThat(entry.attempt()).isEqualTo(1);
    assertThat(entry.attemptLeaseUntil()).isEqualTo(clock.instant().plus(LEASE));
    assertThat(entry.lastAttemptAt()).isEqualTo(clock.instant());
    assertThat(entry.metadataUpdated()).isFalse();
    assertThat(entry.channelId()).isEmpty();
    assertThat(entry.lastError()).isEmpty();
    assertThat(trail.find(CYCLE, pair.pairKey())).contains(entry);
    assertThat(claimOf("ada"))
        .isEqualTo(
            new Claim(
                new SeekerId("ada"),
                Instant.EPOCH,
                true,
                Optional.of(CYCLE),
                Optional.of(pair.pairKey())));
    assertThat(claimOf("ben").leavesFree(optIn("ben"))).isFalse();
  }

  @Test
  void claimsOfStrangersAreLeftOut() {
    claim(pair("ada", "ben"));
    assertThat(claims.find(List.of(new SeekerId("cleo")))).isEmpty();
  }

  @Test
  void manyClaimsAreFound() {
    claim(pair("ada", "ben"));
    var asked =
        IntStream.range(0, 250).mapToObj(n -> new SeekerId(n == 240 ? "ada" : "nobody-" + n));
    assertThat(claims.find(asked.toList())).extracting(Claim::live).containsExactly(true);
  }

  @Test
  void anAttemptIsLetAloneUntilItsLeaseRunsOut() {
    claim(pair("ada", "ben"));
    clock.advance(LEASE.minusMillis(1));
    assertThatThrownBy(() -> claim(pair("ada", "ben")))
        .isInstanceOf(AttemptInProgressException.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(claim(pair("ada", "ben")).attempt()).isEqualTo(2);
  }

  @Test
  void theNextAttemptKeepsWhatTheLastOneReached() {
    withRoom(pair("ada", "ben"));
    clock.advance(LEASE);
    var entry = claim(pair("ada", "ben"));
    assertThat(entry.metadataUpdated()).isTrue();
    assertThat(entry.roomOpened()).isTrue();
    assertThat(entry.channelId()).contains(ROOM.channelId());
  }

  @Test
  void aPairIsSupersededWhileAnotherHoldsAMember() {
    claim(pair("ada", "ben"));
    var late = claim(pair("ben", "cleo"));
    assertThat(late.status()).isEqualTo(PairStatus.SUPERSEDED);
    assertThat(late.members()).containsExactly(optIn("ben"), optIn("cleo"));
    assertThat(claims.find(List.of(new SeekerId("cleo")))).isEmpty();
  }

  @Test
  void theSamePairOfALaterCycleIsSupersededWhileTheEarlierOneLives() {
    claim(pair("ada", "ben"));
    var later = claim(pair(NEXT_CYCLE, optIn("ada"), optIn("ben")));
    assertThat(later.status()).isEqualTo(PairStatus.SUPERSEDED);
  }

  @Test
  void aSupersededPairStaysSupersededWhenItsMembersAreFreeAgain() {
    var first = claim(pair("ada", "ben"));
    claim(pair("ben", "cleo"));
    claims.abandon(trail.beginAbandoning(first, "opted_out"));
    assertThat(claim(pair("ben", "cleo")).status()).isEqualTo(PairStatus.SUPERSEDED);
    assertThat(claimOf("ben").live()).isFalse();
  }

  @Test
  void aConsumedOptInIsNeverClaimedAgain() {
    claims.complete(withRoom(pair("ada", "ben")));
    var again = claim(pair(NEXT_CYCLE, optIn("ada"), optIn("cleo")));
    assertThat(again.status()).isEqualTo(PairStatus.SUPERSEDED);
  }

  @Test
  void aNewerOptInIsClaimedAfterACompletedPair() {
    claims.complete(withRoom(pair("ada", "ben")));
    var again = claim(pair(NEXT_CYCLE, laterOptIn("ada"), optIn("cleo")));
    assertThat(again.status()).isEqualTo(PairStatus.PENDING);
    assertConsumed("ada", true);
  }

  @Test
  void completingConsumesBothOptInsAndFreesBothMembers() {
    var entry = claims.complete(withRoom(pair("ada", "ben")));
    assertThat(entry.status()).isEqualTo(PairStatus.COMPLETED);
    assertThat(entry.attemptLeaseUntil()).isEqualTo(Instant.EPOCH);
    assertConsumed("ada", false);
    assertConsumed("ben", false);
    assertThat(trail.incompleteEntries(10)).isEmpty();
  }

  @Test
  void completingTwiceAnswersTheSame() {
    var entry = withRoom(pair("ada", "ben"));
    var once = claims.complete(entry);
    clock.advance(Duration.ofSeconds(1));
    assertThat(claims.complete(entry)).isEqualTo(once);
  }

  @Test
  void aCompletedPairIsAnsweredToAnotherClaim() {
    var done = claims.complete(withRoom(pair("ada", "ben")));
    assertThat(claim(pair("ada", "ben"))).isEqualTo(done);
  }

  @Test
  void aPairWithoutARoomIsNotCompleted() {
    var matched = trail.recordMatched(claim(pair("ada", "ben")));
    assertThat(claims.complete(matched)).isEqualTo(matched);
    assertThat(claimOf("ada").live()).isTrue();
  }

  @Test
  void aPairWithAMissingNotificationIsNotCompleted() {
    var matched = trail.recordMatched(claim(pair("ada", "ben")));
    var halfNotified =
        trail.recordRoom(matched, new MatchRoom("group", "3.group..", true, true, false));
    assertThat(claims.complete(halfNotified).status()).isEqualTo(PairStatus.PENDING);
  }

  @Test
  void abandoningFreesBothMembersAndKeepsTheirOptIns() {
    var entry = claims.abandon(trail.beginAbandoning(claim(pair("ada", "ben")), "opted_out"));
    assertThat(entry.status()).isEqualTo(PairStatus.ABANDONED);
    assertThat(entry.lastError()).contains("opted_out");
    assertThat(claimOf("ada").leavesFree(optIn("ada"))).isTrue();
    assertThat(claimOf("ben").leavesFree(optIn("ben"))).isTrue();
    assertThat(claim(pair("ada", "ben")).status()).isEqualTo(PairStatus.ABANDONED);
  }

  @Test
  void onlyAPairThatIsBeingAbandonedIsAbandoned() {
    var pending = claim(pair("ada", "ben"));
    assertThat(claims.abandon(pending)).isEqualTo(pending);
    assertThat(claimOf("ada").live()).isTrue();
  }

  @Test
  void aPairThatIsBeingAbandonedIsAnsweredToAnotherClaim() {
    var abandoning = trail.beginAbandoning(claim(pair("ada", "ben")), "opted_out");
    assertThat(claim(pair("ada", "ben"))).isEqualTo(abandoning);
  }

  @Test
  void failingConsumesTheOptInOfWhoIsGoneAndFreesTheOther() {
    var matched = trail.recordMatched(claim(pair("ada", "ben")));
    var failing = trail.beginFailing(matched, Set.of(new SeekerId("ben")), "unknown_user");
    var entry = claims.fail(failing);
    assertThat(entry.status()).isEqualTo(PairStatus.FAILED);
    assertThat(entry.lastError()).contains("unknown_user");
    assertThat(claimOf("ada").leavesFree(optIn("ada"))).isTrue();
    assertConsumed("ben", false);
  }

  @Test
  void anEndedPairDoesNotFail() {
    var done = claims.complete(withRoom(pair("ada", "ben")));
    assertThat(claims.fail(done)).isEqualTo(done);
  }

  @Test
  void aPairThatIsNotFailingDoesNotFail() {
    var matched = trail.recordMatched(claim(pair("ada", "ben")));
    assertThat(claims.fail(matched)).isEqualTo(matched);
    assertThat(claimOf("ada").live()).isTrue();
  }

  @Test
  void aPairThatIsFailingIsNotCompletedAndIsAnsweredToAnotherClaim() {
    var matched = trail.recordMatched(claim(pair("ada", "ben")));
    var failing = trail.beginFailing(matched, Set.of(), "unknown_user");
    assertThat(claims.complete(trail.recordRoom(matched, ROOM))).isEqualTo(failing);
    assertThat(claim(pair("ada", "ben"))).isEqualTo(failing);
    assertThat(claimOf("ada").live()).isTrue();
  }

  @Test
  void oneOfManyOverlappingAttemptsBegins() throws Exception {
    assertThat(inParallel(() -> claim(pair("ada", "ben")).attempt())).containsExactly(1);
  }

  @Test
  void oneOfManyPairsGetsTheMemberTheyShare() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      var claimed =
          pool
              .invokeAll(
                  IntStream.range(0, 24)
                      .<Callable<PairStatus>>mapToObj(
                          n -> () -> retried(() -> claim(pair("ada", "ben" + n)).status()))
                      .toList())
              .stream()
              .filter(status -> status.resultNow() == PairStatus.PENDING);
      assertThat(claimed).hasSize(1);
    }
  }

  private static List<Integer> inParallel(Callable<Integer> attempt) throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(8)) {
      return pool
          .invokeAll(IntStream.range(0, 24).mapToObj(n -> refusable(attempt)).toList())
          .stream()
          .map(future -> future.resultNow())
          .filter(number -> number > 0)
          .toList();
    }
  }

  private static Callable<Integer> refusable(Callable<Integer> attempt) {
    return () -> {
      try {
        return retried(attempt);
      } catch (AttemptInProgressException e) {
        return 0;
      }
    };
  }

  private static <T> T retried(Callable<T> call) throws Exception {
    while (true) {
      try {
        return call.call();
      } catch (StoreUnavailableException collision) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aLiveClaimIsNotForgotten() {
    claims.claim(pair("ada", "ben"), LEASE);
    assertThatThrownBy(() -> claims.forget(new SeekerId("ada")))
        .isInstanceOf(StillClaimedException.class)
        .hasMessageContaining("ada");
    assertThat(claimOf("ada").live()).isTrue();
  }

  @Test
  void anEndedClaimIsForgottenOnce() {
    var entry = claims.claim(pair("ada", "ben"), LEASE);
    claims.abandon(trail.beginAbandoning(entry, "opted_out"));
    assertThat(claims.forget(new SeekerId("ada"))).isTrue();
    assertThat(claims.forget(new SeekerId("ada"))).isFalse();
    assertThat(claims.find(List.of(new SeekerId("ada")))).isEmpty();
  }

  @Test
  void aPartnersClaimForgetsThePairAndKeepsWhatIsConsumed() {
    var entry = claims.claim(pair("ada", "ben"), LEASE);
    assertThat(claims.forgetPair(new SeekerId("ada"), CYCLE, entry.pairKey())).isFalse();
    claims.complete(trail.recordRoom(trail.recordMatched(entry), ROOM));
    var before = claimOf("ada");
    assertThat(claims.forgetPair(new SeekerId("ada"), NEXT_CYCLE, entry.pairKey())).isFalse();
    assertThat(before.pairKey()).contains(entry.pairKey());
    assertThat(claims.forgetPair(new SeekerId("ada"), CYCLE, entry.pairKey())).isTrue();
    assertThat(claims.forgetPair(new SeekerId("ada"), CYCLE, entry.pairKey())).isFalse();
    assertThat(claimOf("ada"))
        .isEqualTo(
            new Claim(
                before.userId(),
                before.consumedOptedInAt(),
                false,
                Optional.empty(),
                Optional.empty()));
    assertThat(claims.claim(pair(NEXT_CYCLE, laterOptIn("ada"), laterOptIn("cleo")), LEASE))
        .extracting(AuditEntry::status)
        .isEqualTo(PairStatus.PENDING);
  }
}
