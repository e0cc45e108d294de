package mosaicmatch.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.pairing.Settings;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimumIsProvenTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofAFewSeekersItIsTheBestOfAllPlans(long seed) {
    var random = new SplittableRandom(seed);
    var graph = new ScoreGraph(9);
    var scores = new double[9][9];
    for (int one = 0; one < 9; one++) {
      for (int other = one + 1; other < 9; other++) {
        scores[one][other] = random.nextDouble(-0.2, 1);
        graph.add(one, other, scores[one][other]);
      }
    }
    var matching = Matching.of(graph);
    assertThat(matching.total()).isCloseTo(best(scores, 0), within(1e-9));
    assertThat(matching.bound()).isCloseTo(matching.total(), within(1e-9));
  }

  /** The highest total among those whose bits are not set. */
  private static double best(double[][] scores, int taken) {
    int one = Integer.numberOfTrailingZeros(~taken);
    if (one >= scores.length) {
      return 0;
    }
    double best = best(scores, taken | 1 << one);
    for (int other = one + 1; other < scores.length; other++) {
      if ((taken & 1 << other) == 0) {
        double rest = best(scores, taken | 1 << one | 1 << other);
        best = Math.max(best, scores[one][other] + rest);
      }
    }
    return best;
  }

  @ParameterizedTest
  @EnumSource
  void pricingFindsWhatTheFullGraphHas(Shape shape) {
    var pool = BenchPool.of(shape, 120, 12, 5);
    var scores = new PoolScores(pool, Settings.greedy(0.35));
    var full = Optimum.of(scores.best(119));
    assertThat(Optimum.ofAll(scores).total()).isCloseTo(full.total(), within(1e-6));
  }

  @Test
  void everyGoalOfQualityHasItsRow() {
    var rows = new QualityBenchmark(150, 200, 16).run();
    assertThat(rows)
        .filteredOn(row -> row.goal().isPresent())
        .extracting(Measure::name)
        .containsExactly(
            "maximum-weight, total score of the optimum, 150",
            "maximum-weight, total score of the sparse optimum, 200",
            "maximum-weight, 200 x 16");
    assertThat(rows)
        .filteredOn(row -> row.name().contains("total score of the optimum"))
        .allSatisfy(
            row ->
                assertThat(row.value())
                    .satisfiesAnyOf(
                        value -> assertThat(value).isNaN(),
                        value -> assertThat(value).isBetween(0.5, 1 + 1e-9)));
  }
}
