package mosaicmatch.traitservice.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every register promises. */
abstract class SeekerRegistryContract {

  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final CoolDown COOL_DOWN = new CoolDown(Duration.ofDays(30));
  static final CycleId FIRST = new CycleId("2026-11-22T02:00:00Z");
  static final CycleId SECOND = new CycleId("2026-11-22T02:10:00Z");
  static final SeekerId ANA = new SeekerId("ana");
  static final SeekerId BO = new SeekerId("bo");
  static final SeekerId CY = new SeekerId("cy");

  final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  SeekerRegistry registry;

  abstract SeekerRegistry registry(CoolDown coolDown, InstantSource clock);

  @BeforeEach
  void open() {
    registry = registry(COOL_DOWN, now::get);
  }

  Proposal proposal(SeekerId seeker, long optedInAt, CycleId cycle, SeekerId partner) {
    return new Proposal(seeker, optedInAt, cycle, partner);
  }

  long optIn(SeekerId id) {
    return registry.optIn(id).optedInAt();
  }

  SeekerStatus status(SeekerId id) {
    return registry.find(id).status();
  }

  @Nested
  class OptingIn {

    @Test
    void aStrangerHasNoStanding() {
      assertThat(registry.find(ANA)).isEqualTo(Seeker.unknown(ANA));
    }

    @Test
    void anOptInTakesTheClocksTime() {
      assertThat(optIn(ANA)).isEqualTo(NOW.toEpochMilli());
      assertThat(status(ANA)).isEqualTo(SeekerStatus.WAITING);
    }

    @Test
    void whoeverWaitsKeepsTheirOptIn() {
      long first = optIn(ANA);
      now.set(NOW.plusSeconds(60));
      assertThat(optIn(ANA)).isEqualTo(first);
    }

    @Test
    void aNewOptInIsLaterEvenIfTheClockHasGoneBack() {
      long first = optIn(ANA);
      registry.optOut(ANA);
      now.set(NOW.minusSeconds(3600));
      assertThat(optIn(ANA)).isEqualTo(first + 1);
    }

    @Test
    void aNewOptInBeginsWithNoMissedCycles() {
      long first = optIn(ANA);
      registry.countMissed(new Missed(ANA, first, FIRST));
      registry.optOut(ANA);
      optIn(ANA);
      assertThat(registry.find(ANA).missedCycles()).isZero();
      assertThat(registry.find(ANA).lastMissedCycle()).isEmpty();
    }

    @Test
    void optInsOfOnePersonAtOnceAreOneOptIn() {
      Set<Long> times =
          IntStream.range(0, 16)
              .parallel()
              .mapToObj(_ -> optIn(ANA))
              .collect(java.util.stream.Collectors.toSet());
      assertThat(times).hasSize(1);
    }
  }

  @Nested
  class OptingOut {

    @Test
    void whoeverOptsOutWaitsNoMoreAndMayRepeatIt() {
      long at = optIn(ANA);
      assertThat(registry.optOut(ANA).status()).isEqualTo(SeekerStatus.OPTED_OUT);
      assertThat(registry.optOut(ANA).status()).isEqualTo(SeekerStatus.OPTED_OUT);
      assertThat(registry.find(ANA).optedInAt()).isEqualTo(at);
      assertThat(registry.waiting(10, Optional.empty()).seekers()).isEmpty();
    }

    @Test
    void aStrangersOptOutLeavesNoTrace() {
      assertThat(registry.optOut(ANA).status()).isEqualTo(SeekerStatus.NONE);
      assertThat(registry.find(ANA).revision()).isZero();
    }

    @Test
    void anOptOutBeforeTheMatchWins() {
      long at = optIn(ANA);
      registry.optOut(ANA);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).contains(MatchRefusal.OPTED_OUT);
    }

    @Test
    void anOptOutAfterTheMatchFindsItMatched() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      assertThat(registry.optOut(ANA).status()).isEqualTo(SeekerStatus.MATCHED);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
    }

    @Test
    void whoeverOptedOutAfterAMatchDoesNotWaitAgainWhenItIsGivenUp() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      registry.optOut(ANA);
      assertThat(registry.voidMatch(proposal(ANA, at, FIRST, BO))).isFalse();
      assertThat(status(ANA)).isEqualTo(SeekerStatus.OPTED_OUT);
      assertThat(registry.waiting(10, Optional.empty()).seekers()).isEmpty();
    }
  }

  @Nested
  class Matching {

    @Test
    void aMatchIsMadeAndTheSameCallAgainFindsItMade() {
      long at = optIn(ANA);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
      now.set(NOW.plusSeconds(60));
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
      assertThat(registry.find(ANA).match())
          .contains(new Match(Match.PairId.of(FIRST, ANA, BO), BO, NOW.toEpochMilli()));
      assertThat(registry.waiting(10, Optional.empty()).seekers()).isEmpty();
    }

    @Test
    void anotherPairFindsTheOptInTaken() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      assertThat(registry.match(proposal(ANA, at, FIRST, CY)))
          .contains(MatchRefusal.MATCHED_ELSEWHERE);
      assertThat(registry.match(proposal(ANA, at, SECOND, BO)))
          .contains(MatchRefusal.MATCHED_ELSEWHERE);
    }

    @Test
    void aNewerOptInIsNotMatchedByAnOlderProposal() {
      long old = optIn(ANA);
      registry.optOut(ANA);
      optIn(ANA);
      assertThat(registry.match(proposal(ANA, old, FIRST, BO))).contains(MatchRefusal.NEWER_OPT_IN);
    }

    @Test
    void whoeverOptsInAgainAfterAMatchIsNotCaughtByItsLateRepetition() {
      long old = optIn(ANA);
      registry.match(proposal(ANA, old, FIRST, BO));
      long fresh = optIn(ANA);
      assertThat(fresh).isGreaterThan(old);
      assertThat(registry.match(proposal(ANA, old, FIRST, BO))).contains(MatchRefusal.NEWER_OPT_IN);
      assertThat(registry.voidMatch(proposal(ANA, old, FIRST, BO))).isFalse();
      assertThat(registry.find(ANA))
          .matches(row -> row.status() == SeekerStatus.WAITING && row.optedInAt() == fresh);
    }

    @Test
    void nobodyKnowsAStrangerOrAnOptInToCome() {
      assertThat(registry.match(proposal(ANA, 1, FIRST, BO))).contains(MatchRefusal.UNKNOWN);
      long at = optIn(ANA);
      assertThat(registry.match(proposal(ANA, at + 1, FIRST, BO))).contains(MatchRefusal.UNKNOWN);
    }

    @Test
    void twoWhoMetAreApartForTheCoolDown() {
      registry.match(proposal(ANA, optIn(ANA), FIRST, BO));
      long again = optIn(ANA);
      assertThat(registry.match(proposal(ANA, again, SECOND, BO))).contains(MatchRefusal.EXCLUDED);
      now.set(NOW.plus(Duration.ofDays(30)).minusMillis(1));
      assertThat(registry.match(proposal(ANA, again, SECOND, BO))).contains(MatchRefusal.EXCLUDED);
      now.set(NOW.plus(Duration.ofDays(30)));
      assertThat(registry.match(proposal(ANA, again, SECOND, BO))).isEmpty();
    }

    @Test
    void ofTwoPairsAtOnceOneGetsTheOptIn() {
      long at = optIn(ANA);
      long made =
          IntStream.range(0, 16)
              .parallel()
              .filter(
                  i ->
                      registry
                          .match(proposal(ANA, at, FIRST, new SeekerId("partner-" + i)))
                          .isEmpty())
              .count();
      assertThat(made).isEqualTo(1);
    }
  }

  @Nested
  class Missing {

    @Test
    void aCycleCountsOnceAndInOrder() {
      long at = optIn(ANA);
      assertThat(registry.countMissed(new Missed(ANA, at, SECOND))).isTrue();
      assertThat(registry.countMissed(new Missed(ANA, at, SECOND))).isFalse();
      assertThat(registry.countMissed(new Missed(ANA, at, FIRST))).isFalse();
      assertThat(registry.find(ANA).missedCycles()).isEqualTo(1);
    }

    @Test
    void anotherOptInIsNotTouched() {
      long old = optIn(ANA);
      registry.optOut(ANA);
      assertThat(registry.countMissed(new Missed(ANA, old, FIRST))).isFalse();
      optIn(ANA);
      assertThat(registry.countMissed(new Missed(ANA, old, FIRST))).isFalse();
      assertThat(registry.countMissed(new Missed(BO, old, FIRST))).isFalse();
      assertThat(registry.find(BO)).isEqualTo(Seeker.unknown(BO));
    }

    @Test
    void aMatchAbsorbsAMissedCycle() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, SECOND, BO));
      assertThat(registry.countMissed(new Missed(ANA, at, FIRST))).isFalse();
      assertThat(status(ANA)).isEqualTo(SeekerStatus.MATCHED);
    }

    @Test
    void aMatchIsNotHeldUpByTheSameCyclesMiss() {
      long at = optIn(ANA);
      registry.countMissed(new Missed(ANA, at, SECOND));
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
    }
  }

  @Nested
  class Voiding {

    @Test
    void theOptInComesBackAsItWas() {
      long at = optIn(ANA);
      registry.countMissed(new Missed(ANA, at, FIRST));
      registry.match(proposal(ANA, at, SECOND, BO));
      assertThat(registry.voidMatch(proposal(ANA, at, SECOND, BO))).isTrue();
      Seeker row = registry.find(ANA);
      assertThat(row.status()).isEqualTo(SeekerStatus.WAITING);
      assertThat(row.optedInAt()).isEqualTo(at);
      assertThat(row.missedCycles()).isEqualTo(1);
      assertThat(row.match()).isEmpty();
      assertThat(row.met()).isEmpty();
      assertThat(registry.waiting(10, Optional.empty()).seekers()).hasSize(1);
    }

    @Test
    void aPairGivenUpIsRefusedForGoodEvenIfItsMatchComesLate() {
      long at = optIn(ANA);
      assertThat(registry.voidMatch(proposal(ANA, at, FIRST, BO))).isFalse();
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).contains(MatchRefusal.VOIDED);
      registry.match(proposal(ANA, at, SECOND, CY));
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).contains(MatchRefusal.VOIDED);
    }

    @Test
    void aRepeatedVoidChangesNothingMore() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      assertThat(registry.voidMatch(proposal(ANA, at, FIRST, BO))).isTrue();
      registry.match(proposal(ANA, at, SECOND, CY));
      assertThat(registry.voidMatch(proposal(ANA, at, FIRST, BO))).isFalse();
      assertThat(registry.find(ANA).match().orElseThrow().partner()).isEqualTo(CY);
    }

    @Test
    void theSameTwoMayBeProposedByALaterCycle() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      registry.voidMatch(proposal(ANA, at, FIRST, BO));
      assertThat(registry.match(proposal(ANA, at, SECOND, BO))).isEmpty();
    }

    @Test
    void anotherPairsVoidLeavesTheMatchAlone() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      assertThat(registry.voidMatch(proposal(ANA, at, FIRST, CY))).isFalse();
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
    }

    @Test
    void aStrangersVoidLeavesNoTrace() {
      assertThat(registry.voidMatch(proposal(ANA, 1, FIRST, BO))).isFalse();
      assertThat(registry.find(ANA).revision()).isZero();
    }
  }

  @Nested
  class UndoingAMatch {

    private long matchedAna() {
      long at = optIn(ANA);
      registry.countMissed(new Missed(ANA, at, FIRST));
      registry.match(proposal(ANA, at, SECOND, BO));
      return at;
    }

    @Test
    void theOptInComesBackAMillisecondLaterWithItsMisses() {
      long at = matchedAna();
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.PUT_BACK);
      Seeker row = registry.find(ANA);
      assertThat(row.status()).isEqualTo(SeekerStatus.WAITING);
      assertThat(row.optedInAt()).isEqualTo(at + 1);
      assertThat(row.missedCycles()).isEqualTo(1);
      assertThat(row.match()).isEmpty();
      assertThat(row.met()).isEmpty();
      assertThat(registry.waiting(10, Optional.empty()).seekers())
          .extracting(SeekerPage.Waiting::optedInAt)
          .containsExactly(at + 1);
    }

    @Test
    void aRepeatedUndoChangesNothingMore() {
      long at = matchedAna();
      registry.undoMatch(proposal(ANA, at, SECOND, BO));
      Seeker once = registry.find(ANA);
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.PUT_BACK);
      assertThat(registry.find(ANA)).isEqualTo(once);
    }

    @Test
    void thePairIsRefusedForGoodByBothOptIns() {
      long at = matchedAna();
      registry.undoMatch(proposal(ANA, at, SECOND, BO));
      assertThat(registry.match(proposal(ANA, at, SECOND, BO))).contains(MatchRefusal.NEWER_OPT_IN);
      assertThat(registry.match(proposal(ANA, at + 1, SECOND, BO))).contains(MatchRefusal.VOIDED);
      assertThat(registry.match(proposal(ANA, at + 1, FIRST, CY))).isEmpty();
    }

    @Test
    void whoeverWasMatchedSinceStaysSo() {
      long at = matchedAna();
      registry.undoMatch(proposal(ANA, at, SECOND, BO));
      registry.match(proposal(ANA, at + 1, FIRST, CY));
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.MOVED_ON);
      assertThat(status(ANA)).isEqualTo(SeekerStatus.MATCHED);
    }

    @Test
    void whoeverOptedInAnewKeepsThatOptIn() {
      long at = matchedAna();
      now.set(NOW.plusSeconds(60));
      long anew = optIn(ANA);
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.MOVED_ON);
      assertThat(registry.find(ANA).optedInAt()).isEqualTo(anew);
    }

    @Test
    void whoeverOptedOutAfterTheMatchIsOut() {
      long at = matchedAna();
      registry.optOut(ANA);
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.OPTED_OUT);
      assertThat(status(ANA)).isEqualTo(SeekerStatus.OPTED_OUT);
    }

    @Test
    void aMatchThatALateAttemptVoidedIsPutBackAllTheSame() {
      long at = matchedAna();
      registry.voidMatch(proposal(ANA, at, SECOND, BO));
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.PUT_BACK);
      assertThat(registry.find(ANA).optedInAt()).isEqualTo(at + 1);
    }

    @Test
    void whoeverWaitsAndWasNeverMatchedByThePairIsLeftAlone() {
      long at = optIn(ANA);
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.MOVED_ON);
      assertThat(registry.find(ANA).optedInAt()).isEqualTo(at);
    }

    @Test
    void strangersAndTheErasedAreGone() {
      assertThat(registry.undoMatch(proposal(ANA, 1, SECOND, BO))).isEqualTo(Undoing.GONE);
      long at = matchedAna();
      registry.erase(ANA);
      assertThat(registry.undoMatch(proposal(ANA, at, SECOND, BO))).isEqualTo(Undoing.GONE);
    }
  }

  @Nested
  class ForgettingAMeeting {

    @Test
    void nothingNamesTheErasedOneButAnOwnBlock() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      registry.voidMatch(proposal(ANA, at, FIRST, BO));
      registry.match(proposal(ANA, at, SECOND, BO));
      registry.block(ANA, BO);
      registry.forgetMeeting(ANA, BO);
      Seeker row = registry.find(ANA);
      assertThat(row.status()).isEqualTo(SeekerStatus.MATCHED);
      assertThat(row.match()).isEmpty();
      assertThat(row.met()).isEmpty();
      assertThat(row.voided()).isEmpty();
      assertThat(row.blocks()).containsExactly(BO);
    }

    @Test
    void othersAreStillRemembered() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, CY));
      registry.forgetMeeting(ANA, BO);
      assertThat(registry.find(ANA).met()).containsOnlyKeys(CY);
      assertThat(registry.find(ANA).match()).isPresent();
    }
  }

  @Nested
  class Blocking {

    @Test
    void aBlockExcludesBothWays() {
      long ana = optIn(ANA);
      long bo = optIn(BO);
      registry.block(ANA, BO);
      registry.block(ANA, BO);
      assertThat(registry.find(ANA).blocks()).containsExactly(BO);
      assertThat(registry.find(BO).blockedBy()).containsExactly(ANA);
      assertThat(registry.match(proposal(ANA, ana, FIRST, BO))).contains(MatchRefusal.EXCLUDED);
      assertThat(registry.match(proposal(BO, bo, FIRST, ANA))).contains(MatchRefusal.EXCLUDED);
      assertThat(registry.waiting(10, Optional.empty()).seekers())
          .allSatisfy(seeker -> assertThat(seeker.excluded()).hasSize(1));
    }

    @Test
    void aBlockTakenBackLeavesTheOtherOnesOwn() {
      long bo = optIn(BO);
      registry.block(ANA, BO);
      registry.block(BO, ANA);
      registry.unblock(ANA, BO);
      registry.unblock(ANA, BO);
      assertThat(registry.match(proposal(BO, bo, FIRST, ANA))).contains(MatchRefusal.EXCLUDED);
      registry.unblock(BO, ANA);
      assertThat(registry.match(proposal(BO, bo, FIRST, ANA))).isEmpty();
    }

    @Test
    void aBlockAfterTheMatchLeavesTheMatch() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      registry.block(BO, ANA);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).isEmpty();
      registry.voidMatch(proposal(ANA, at, FIRST, BO));
      assertThat(registry.match(proposal(ANA, at, SECOND, BO))).contains(MatchRefusal.EXCLUDED);
    }

    @Test
    void aStrangerMayBlockAndKeepsTheirBlocksWhenTheyOptIn() {
      registry.block(ANA, BO);
      assertThat(registry.find(ANA).status()).isEqualTo(SeekerStatus.NONE);
      long at = optIn(ANA);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).contains(MatchRefusal.EXCLUDED);
    }

    @Test
    void aFullRowTakesNoMoreBlocks() {
      for (int i = 0; i < SeekerTable.MAX_BLOCKS; i++) {
        registry.block(ANA, new SeekerId("other-" + i));
      }
      assertThatThrownBy(() -> registry.block(ANA, BO)).isInstanceOf(TooManyBlocksException.class);
      assertThat(registry.find(BO).blockedBy()).isEmpty();
      registry.block(ANA, new SeekerId("other-0"));
    }
  }

  @Nested
  class Erasing {

    @Test
    void onlyTheTombstoneIsLeft() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, BO));
      registry.block(ANA, CY);
      registry.erase(ANA);
      registry.erase(ANA);
      Seeker row = registry.find(ANA);
      assertThat(row).isEqualTo(Seeker.fresh(row, SeekerStatus.ERASED, at));
      assertThat(registry.find(CY).blockedBy()).isEmpty();
    }

    @Test
    void anothersBlockOutlivesTheErasure() {
      long bo = optIn(BO);
      registry.block(BO, ANA);
      registry.erase(ANA);
      optIn(ANA);
      assertThat(registry.match(proposal(BO, bo, FIRST, ANA))).contains(MatchRefusal.EXCLUDED);
    }

    @Test
    void aNewOptInIsLaterThanTheErasedOne() {
      long at = optIn(ANA);
      registry.erase(ANA);
      assertThat(registry.match(proposal(ANA, at, FIRST, BO))).contains(MatchRefusal.OPTED_OUT);
      now.set(NOW.minusSeconds(1));
      assertThat(optIn(ANA)).isEqualTo(at + 1);
    }

    @Test
    void aStrangersErasureLeavesNoTrace() {
      registry.erase(ANA);
      assertThat(registry.find(ANA).revision()).isZero();
    }
  }

  @Nested
  class Listing {

    @Test
    void everybodyWhoWaitsIsListedOnceWhateverThePageSize() {
      for (int i = 0; i < 40; i++) {
        now.set(NOW.plusMillis(i % 7));
        optIn(new SeekerId("seeker-" + i));
      }
      registry.optOut(new SeekerId("seeker-3"));
      for (int limit : List.of(1, 7, 39, 40, 1000)) {
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
          SeekerPage page = registry.waiting(limit, cursor);
          assertThat(page.seekers()).hasSizeLessThanOrEqualTo(limit);
          page.seekers().forEach(seeker -> ids.add(seeker.id().value()));
          cursor = page.next();
        } while (cursor.isPresent());
        assertThat(ids).hasSize(39).doesNotHaveDuplicates().doesNotContain("seeker-3");
      }
    }

    @Test
    void aShardIsListedOldestFirst() {
      for (int i = 0; i < 40; i++) {
        now.set(NOW.plusMillis(i * 37 % 40));
        optIn(new SeekerId("seeker-" + i));
      }
      List<SeekerPage.Waiting> all = registry.waiting(1000, Optional.empty()).seekers();
      for (int i = 1; i < all.size(); i++) {
        SeekerPage.Waiting before = all.get(i - 1);
        SeekerPage.Waiting after = all.get(i);
        if (Shards.of(before.id()) == Shards.of(after.id())) {
          assertThat(before.optedInAt()).isLessThanOrEqualTo(after.optedInAt());
        }
      }
    }

    @Test
    void aListedSeekerHasItsMissesAndExclusions() {
      long at = optIn(ANA);
      registry.match(proposal(ANA, at, FIRST, CY));
      long again = optIn(ANA);
      registry.countMissed(new Missed(ANA, again, SECOND));
      registry.block(BO, ANA);
      assertThat(registry.waiting(1, Optional.empty()).seekers())
          .containsExactly(new SeekerPage.Waiting(ANA, again, 1, Set.of(BO, CY)));
      now.set(NOW.plus(Duration.ofDays(31)));
      assertThat(registry.waiting(1, Optional.empty()).seekers().getFirst().excluded())
          .containsExactly(BO);
    }

    @Test
    void aForeignCursorIsRefused() {
      for (String cursor : List.of("", "x", "!", "MTY", "MDphOmI", "MDoxOmEjYg")) {
        assertThatThrownBy(() -> registry.waiting(1, Optional.of(cursor)))
            .isInstanceOf(BadCursorException.class);
      }
    }

    @Test
    void itTellsWhoOfManyWait() {
      List<SeekerId> ids =
          IntStream.range(0, 230).mapToObj(i -> new SeekerId("seeker-" + i)).toList();
      ids.subList(0, 120).forEach(registry::optIn);
      registry.optOut(ids.get(5));
      assertThat(registry.waitingAmong(ids)).hasSize(119).doesNotContain(ids.get(5));
      assertThat(registry.waitingAmong(List.of())).isEmpty();
    }
  }
}
