package mosaicmatch.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryOutcomeHasItsSentenceTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final Instant CLOCK = Instant.parse("2026-11-22T02:00:01Z");
  private static final OptIn ANN = new OptIn(new SeekerId("ann"), CLOCK.minusSeconds(7_300));
  private static final OptIn BEN = new OptIn(new SeekerId("ben"), CLOCK.minusSeconds(90));
  private static final PlanDocument PLAN =
      new PlanDocument(
          CYCLE,
          "pool",
          "pairs",
          "unmatched",
          "vectors",
          CLOCK,
          "priority-greedy/1",
          Map.of("threshold", "0.35", "wait_boost_weight", "0.1"),
          Map.of(),
          Map.of());

  private static PlannedPair pair(Optional<Double> runnerUp) {
    return new PlannedPair(CYCLE, new PairKey("ann#ben"), ANN, BEN, 0.8, 0.75, 1, 0, 3, runnerUp);
  }

  private static AuditEntry entry(PairStatus status, int attempt) {
    return new AuditEntry(
        CYCLE,
        new PairKey("ann#ben"),
        ANN,
        BEN,
        0.8,
        status,
        true,
        Optional.empty(),
        true,
        true,
        false,
        false,
        attempt,
        Instant.EPOCH,
        CLOCK,
        Optional.of("match refused: opted_out"));
  }

  private static String told(Optional<AuditEntry> entry, boolean dryRun) {
    var facts = PairSentences.facts(PLAN, pair(Optional.of(0.5)), BEN.userId(), entry);
    return String.join("\n", PairSentences.of(facts, entry, dryRun));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, 1, one room",
    "PENDING, 1, unfinished: match refused",
    "ABANDONING, 1, being given up",
    "FAILING, 1, being closed: match refused",
    "ABANDONED, 1, both opt-ins back in the pool: match refused",
    "SUPERSEDED, 0, already in another pair",
    "FAILED, 1, could never succeed",
    "UNDONE, 1, room closed",
    "UNDONE, 0, never begun"
  })
  void pairsTellWhatBecameOfThem(PairStatus status, int attempt, String words) {
    assertThat(told(Optional.of(entry(status, attempt)), false)).contains(words);
  }

  @Test
  void pairTellsWhyFromThePersonsOwnSide() {
    assertThat(told(Optional.empty(), false))
        .contains("Paired with ann, the cycle's pair number 3")
        .contains("The score 0.8000 is the similarity 0.7500 plus 0.1 times")
        .contains("wait boosts, 0.0000 and 1.0000; a pair needs 0.35")
        .contains("waited for 90 s, the other one for 2 hours")
        .contains("would have scored 0.5000")
        .contains("never begun");
    assertThat(told(Optional.empty(), true)).contains("dry run");
    var alone = PairSentences.facts(PLAN, pair(Optional.empty()), ANN.userId(), Optional.empty());
    assertThat(PairSentences.of(alone, Optional.empty(), false))
        .contains("Nobody else was left to choose from.");
  }

  @ParameterizedTest
  @CsvSource({
    "NOBODY_ABOVE_THRESHOLD, reaches the threshold",
    "PARTNERS_TAKEN, paired with somebody else first",
    "ONLY_EXCLUDED, must not meet",
    "ODD_ONE_OUT, nobody else was left",
    "NOBODY_PROPOSED, whom the index proposed",
    "NO_VECTOR, no embedding",
    "NOT_FINITE_VECTOR, no finite numbers",
    "ALL_ZERO_VECTOR, all zeros",
    "OTHER_DIMENSION, another dimension",
    "DUPLICATE_ID, named their id more than once",
    "FUTURE_OPT_IN, later than the reading of the pool",
    "UNUSABLE_VECTOR, embedding"
  })
  void theUnmatchedAreToldWhy(UnmatchedReason reason, String words) {
    var left = new UnmatchedSeeker(CYCLE, ANN.userId(), ANN.optedInAt(), reason, Optional.of(0.2));
    assertThat(String.join("\n", UnmatchedSentences.of(UnmatchedSentences.facts(PLAN, left))))
        .contains(words)
        .contains("0.2000; a pair needs 0.35")
        .contains("2 hours");
    var nobody =
        new UnmatchedSeeker(CYCLE, ANN.userId(), ANN.optedInAt(), reason, Optional.empty());
    assertThat(UnmatchedSentences.of(UnmatchedSentences.facts(PLAN, nobody)))
        .contains("There was no allowed partner to score with.");
  }

  @Test
  void optInFromTheFutureIsToldHowFarItIsAhead() {
    var left =
        new UnmatchedSeeker(
            CYCLE,
            ANN.userId(),
            CLOCK.plusSeconds(7_300),
            UnmatchedReason.FUTURE_OPT_IN,
            Optional.empty());
    assertThat(String.join("\n", UnmatchedSentences.of(UnmatchedSentences.facts(PLAN, left))))
        .contains("dated 2 hours ahead")
        .contains("when that time has come");
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE_CLAIM, pair that was under way",
    "CONSUMED, opt in anew",
    "OVER_LIMIT, MOSAIC_MAX_SEEKERS"
  })
  void whoeverWasLeftOutOfThePoolIsToldWhy(LeftOutSeeker.Reason reason, String words) {
    var left = new LeftOutSeeker(ANN.userId(), ANN.optedInAt(), reason);
    assertThat(String.join("\n", Absence.recorded(left, CLOCK)))
        .contains("not in the pool")
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({"P9D, 9 days", "PT5H, 5 hours", "PT7M, 7 minutes", "PT61S, 61 s"})
  void spansAreToldInOneUnit(Duration span, String words) {
    assertThat(Words.span(span)).isEqualTo(words);
  }
}
