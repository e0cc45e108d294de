package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

class PlanExplainsItselfTest {

  private static final float[] EAST = {1, 0, 0};
  private static final float[] NEARLY_EAST = {0.8f, 0.6f, 0};
  private static final float[] NORTH = {0, 1, 0};
  private static final float[] UP = {0, 0, 1};

  @Test
  void pairTellsSimilarityBoostsRankAndRunnerUp() {
    var pairing =
        pair(
            List.of(Pools.seeker("b", 9, 1), Pools.seeker("a", 5, 0.5), Pools.seeker("c", 1, 0)),
            Map.of("b", EAST, "a", EAST, "c", NEARLY_EAST));
    var pair = pairing.pairs().getFirst();
    assertThat(pair.pairKey().value()).isEqualTo("a#b");
    assertThat(pair.similarity()).isEqualTo(1);
    assertThat(pair.score()).isCloseTo(1 + 0.1 * 1.5 / 2, within(1e-12));
    assertThat(List.of(pair.boost1(), pair.boost2())).containsExactly(0.5, 1.0);
    assertThat(pair.rank()).isEqualTo(1);
    assertThat(pair.runnerUpScore().orElseThrow()).isCloseTo(0.8 + 0.1 / 2, within(1e-6));
  }

  @Test
  void pairWithNoAlternativeHasNoRunnerUp() {
    var pairing =
        pair(
            List.of(Pools.seeker("a", 2, 0), Pools.seeker("b", 1, 0)),
            Map.of("a", EAST, "b", EAST));
    assertThat(pairing.pairs().getFirst().runnerUpScore()).isEmpty();
  }

  @Test
  void equalScoresAreDecidedByTheLowerId() {
    var pairing =
        pair(
            List.of(Pools.seeker("m", 9, 0), Pools.seeker("z", 5, 0), Pools.seeker("b", 1, 0)),
            Map.of("m", EAST, "z", NEARLY_EAST, "b", NEARLY_EAST));
    assertThat(pairing.pairs().getFirst().pairKey().value()).isEqualTo("b#m");
  }

  @Test
  void whoeverResemblesNobodyIsToldSoWithTheirBestScore() {
    var left =
        left(
            List.of(Pools.seeker("a", 3, 0), Pools.seeker("b", 2, 0), Pools.seeker("c", 1, 0)),
            Map.of("a", EAST, "b", EAST, "c", UP));
    assertThat(left.get("c").reason()).isEqualTo(UnmatchedReason.NOBODY_ABOVE_THRESHOLD);
    assertThat(left.get("c").bestScore()).contains(0.0);
  }

  @Test
  void whoeverSharesATakenPartnerIsToldSo() {
    var left =
        left(
            List.of(
                Pools.seeker("a", 4, 0),
                Pools.seeker("b", 3, 0),
                Pools.seeker("c", 2, 0),
                Pools.seeker("d", 1, 0)),
            Map.of("a", EAST, "b", EAST, "c", NEARLY_EAST, "d", UP));
    assertThat(left.get("c").reason()).isEqualTo(UnmatchedReason.PARTNERS_TAKEN);
    assertThat(left.get("c").bestScore().orElseThrow()).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void lastOneInAPoolWhereEverybodyElseIsPairedIsTheOddOneOut() {
    var left =
        left(
            List.of(Pools.seeker("a", 3, 0), Pools.seeker("b", 2, 0), Pools.seeker("c", 1, 0)),
            Map.of("a", EAST, "b", EAST, "c", EAST));
    assertThat(left.get("c").reason()).isEqualTo(UnmatchedReason.ODD_ONE_OUT);
  }

  @Test
  void oneAloneIsTheOddOneOutWithNoBestScore() {
    var left = left(List.of(Pools.seeker("a", 3, 0)), Map.of("a", EAST));
    assertThat(left.get("a").reason()).isEqualTo(UnmatchedReason.ODD_ONE_OUT);
    assertThat(left.get("a").bestScore()).isEmpty();
  }

  @Test
  void whoeverMayMeetNoneOfTheGoodOnesIsToldSoWhicheverSideExcludes() {
    var left =
        left(
            List.of(Pools.seeker("a", 3, 0, "b"), Pools.seeker("b", 2, 0), Pools.seeker("c", 1, 0)),
            Map.of("a", EAST, "b", EAST, "c", NORTH));
    assertThat(left.get("a").reason()).isEqualTo(UnmatchedReason.ONLY_EXCLUDED);
    assertThat(left.get("b").reason()).isEqualTo(UnmatchedReason.ONLY_EXCLUDED);
    assertThat(left.get("b").bestScore()).contains(0.0);
    assertThat(left.get("c").reason()).isEqualTo(UnmatchedReason.NOBODY_ABOVE_THRESHOLD);
  }

  private static Map<String, UnmatchedSeeker> left(
      List<Seeker> seekers, Map<String, float[]> vectors) {
    return pair(seekers, vectors).unmatched().stream()
        .collect(Collectors.toMap(seeker -> seeker.userId().value(), seeker -> seeker));
  }

  private static Pairing pair(List<Seeker> seekers, Map<String, float[]> vectors) {
    var byId =
        vectors.entrySet().stream()
            .collect(Collectors.toMap(e -> new SeekerId(e.getKey()), Map.Entry::getValue));
    return new PriorityGreedy().pair(Pools.input(seekers, byId, 0.35, 0.1), Progress.IGNORED);
  }
}
