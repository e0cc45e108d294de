package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import org.junit.jupiter.api.Test;

class ErrorBoundDecidesNearTiesTest {

  @Test
  void whoeverTrustsApproximateScoresPairsWrongly() {
    assertThat(LongStream.rangeClosed(60, 69).filter(seed -> isRight(seed, 0)).count())
        .as("right plans of ten without a bound")
        .isLessThan(10);
  }

  @Test
  void withTheBoundThePlanIsRight() {
    assertThat(LongStream.rangeClosed(60, 69)).allMatch(seed -> isRight(seed, 1));
  }

  private static boolean isRight(long seed, double bounds) {
    var input = Pools.draw(seed, 200, 300, Shape.NEAR_TIES, 0.5);
    var usability = Usability.of(input);
    var contenders = new Contenders(usability.usable(), input.vectors());
    double weight = input.settings().waitBoostWeight();
    double error = bounds * new Scores(contenders, weight).error();
    var scores = new Scores(contenders, weight, error);
    var pairing = new PriorityGreedy().pair(input, usability, contenders, scores, Progress.IGNORED);
    Map<PairKey, Double> pairs =
        pairing.pairs().stream()
            .collect(Collectors.toMap(PlannedPair::pairKey, PlannedPair::score));
    return pairs.equals(new ObviousGreedy(input).pairs());
  }
}
