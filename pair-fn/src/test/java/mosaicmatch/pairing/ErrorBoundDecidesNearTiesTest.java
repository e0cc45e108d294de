package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.plan.PairKey;
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
    var problem = PairingProblem.of(input, Usability.of(input), CandidateSources.exact());
    double error = bounds * problem.scores().error();
    var contenders = problem.contenders();
    var scores = new Scores(contenders, input.settings().waitBoostWeight(), error);
    var bounded =
        new PairingProblem(
            contenders,
            scores,
            problem.limits(),
            CandidateSources.exact().open(contenders, scores));
    Map<PairKey, Double> pairs =
        new PriorityGreedy()
            .choose(bounded, Progress.IGNORED).stream()
                .collect(
                    Collectors.toMap(
                        choice ->
                            PairKey.of(
                                contenders.seeker(choice.chooser()).userId(),
                                contenders.seeker(choice.partner()).userId()),
                        Choice::score));
    return pairs.equals(new ObviousGreedy(input).pairs());
  }
}
