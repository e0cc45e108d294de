package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import mosaicmatch.pairing.ObviousBestPairs.Taken;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GlobalGreedyTakesTheBestPairOfAllTest {

  @ParameterizedTest
  @EnumSource(Shape.class)
  void samePairsScoresAndRunnersUpInTheSameOrder(Shape shape) {
    for (long seed = 1; seed <= 12; seed++) {
      int size = new Random(seed).nextInt(300);
      var input = Pools.draw(seed, size, 19, shape, 0.5);
      assertThat(taken(new GlobalGreedy().pair(input, Progress.IGNORED)))
          .as("%s, seed %d, %d seekers", shape, seed, size)
          .isEqualTo(new ObviousBestPairs(input).pairs());
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void alsoWhereWaitingCountsForMuchAndEverybodyWillDo(Shape shape) {
    for (long seed = 30; seed <= 33; seed++) {
      var input = Pools.with(Pools.draw(seed, 257, 7, shape, 2), -1, 1);
      assertThat(taken(new GlobalGreedy().pair(input, Progress.IGNORED)))
          .as("%s, seed %d", shape, seed)
          .isEqualTo(new ObviousBestPairs(input).pairs());
    }
  }

  @ParameterizedTest
  @MethodSource("mosaicmatch.pairing.EveryKernelGivesTheSamePlanTest#kernels")
  void withEveryKernelOverMoreComponentsThanAStretch(Kernel kernel) {
    for (var shape : List.of(Shape.RANDOM, Shape.POWER_LAW, Shape.NEAR_TIES)) {
      long seed = 42;
      var input = Pools.draw(seed, 300, 401, shape, 1);
      var pairing =
          new GlobalGreedy()
              .pair(input, CandidateSources.exact(kernel, new Work()), Progress.IGNORED);
      assertThat(taken(pairing))
          .as("%s, seed %d", shape, seed)
          .isEqualTo(new ObviousBestPairs(input).pairs());
    }
  }

  private static List<Taken> taken(Pairing pairing) {
    return pairing.pairs().stream()
        .map(
            pair ->
                new Taken(pair.pairKey(), pair.score(), runnerUp(pair.runnerUpScore().stream())))
        .toList();
  }

  private static OptionalDouble runnerUp(Stream<Double> score) {
    return score.mapToDouble(Double::doubleValue).findAny();
  }
}
