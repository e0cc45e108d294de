package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineTellsWhatHappenedTest {

  @Test
  void completeCycle() {
    var headline = Headline.of(Reports.ofSample());
    assertThat(headline.claim())
        .matches("149 pairs from 300 people, [23]\\.\\d times as alike as chance\\.");
    assertThat(headline.state()).startsWith("Every pair has its own room");
  }

  @Test
  void unfinishedPairsCallForARedrive() {
    var report = report(PairOutcome.COMPLETED, PairOutcome.UNFINISHED, PairOutcome.UNFINISHED);
    assertThat(Headline.of(report).state())
        .isEqualTo(
            "1 pair is complete, 2 still to be finished: a redrive of this execution does just"
                + " those.");
    assertThat(ReportPage.of(report)).contains("state attention", "2 unfinished");
  }

  @Test
  void pairsGivenUpAreNotPassedOver() {
    var report = report(PairOutcome.COMPLETED, PairOutcome.ABANDONED, PairOutcome.SUPERSEDED);
    assertThat(Headline.of(report).state()).startsWith("1 pair is complete; 2 were given up.");
    assertThat(CycleSummary.of(report).givenUp()).isEqualTo(2);
  }

  @Test
  void dryRunNeverClaimsAMatch() {
    var base = report();
    var dry =
        new CycleReport(
            base.cycleId(),
            base.execution(),
            true,
            base.startedAt(),
            base.finishedAt(),
            2,
            base.leftOut(),
            List.of(Reports.pair("a", "b", PairOutcome.PLANNED)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            base.settings());
    assertThat(Headline.of(dry).state()).startsWith("A dry run");
    assertThat(Headline.of(dry).claim()).isEqualTo("1 pair from 2 people.");
    assertThat(ReportPage.of(dry)).contains("dry run", "Would be matched").doesNotContain("room");
  }

  @Test
  void poolOfOneIsNoFailure() {
    var alone = new ReportedSeeker("a", Optional.of("text"), Duration.ofDays(2), 1, 0.1);
    var report =
        Reports.of(
            List.of(), List.of(new ReportedUnmatched(alone, "odd_one_out", Optional.empty())));
    assertThat(Headline.of(report).claim()).isEqualTo("Too few people waiting to make a pair.");
    assertThat(ReportPage.of(report)).contains("Nobody else was left in the pool.");
  }

  @Test
  void numbersAddUp() {
    var summary = CycleSummary.of(Reports.ofSample());
    assertThat(summary.matchedShare()).isCloseTo(298 / 300.0, within(1e-9));
    assertThat(summary.unmatched()).isEqualTo(2);
    assertThat(summary.meanSimilarity()).hasValueCloseTo(0.45, within(0.03));
    assertThat(summary.timesAsAlike()).hasValueCloseTo(3.0, within(0.4));
    assertThat(summary.medianWait().orElseThrow()).isLessThan(summary.longestWait().orElseThrow());
  }

  @Test
  void plannedPairHasNoPlaceInACycleThatActed() {
    assertThatThrownBy(() -> report(PairOutcome.PLANNED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dry run");
  }

  private static CycleReport report(PairOutcome... outcomes) {
    var pairs =
        Arrays.stream(outcomes).map(outcome -> Reports.pair("one", "other", outcome)).toList();
    return Reports.of(pairs, List.of());
  }
}
