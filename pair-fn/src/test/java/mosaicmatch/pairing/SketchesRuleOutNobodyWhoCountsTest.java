package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that skips what a bound rules out gives the plan of one that skips nothing. */
class SketchesRuleOutNobodyWhoCountsTest {

  private static final String KERNELS =
      "mosaicmatch.pairing.EveryKernelGivesTheSamePlanTest#kernels";

  @ParameterizedTest
  @EnumSource(Shape.class)
  void whateverTheVectorsAre(Shape shape) {
    for (long seed = 70; seed < 74; seed++) {
      var input = Pools.draw(seed, 500, 160, shape, 0.5);
      assertThat(bounded(input, Kernel.fastest(), new Work()))
          .as("%s, seed %d", shape, seed)
          .isEqualTo(dense(input, Kernel.fastest(), new Work()));
    }
  }

  @Test
  void norWhereProductsWouldOverflow() {
    var input = Pools.draw(77, 300, 160, Shape.CLUSTERED, 0.5);
    input.vectors().values().stream().limit(150).forEach(vector -> lengthen(vector));
    assertThat(bounded(input, Kernel.fastest(), new Work()))
        .isEqualTo(dense(input, Kernel.fastest(), new Work()));
  }

  @ParameterizedTest
  @MethodSource(KERNELS)
  void andTheyRuleOutMostWhereVectorsHaveFewDirections(Kernel kernel) {
    var input = fading(75, 3_000, 384);
    var all = new Work();
    var some = new Work();
    assertThat(bounded(input, kernel, some)).isEqualTo(dense(input, kernel, all));
    assertThat(some.floatingPointOperations()).isLessThan(all.floatingPointOperations() / 2);
  }

  @ParameterizedTest
  @MethodSource(KERNELS)
  void aSampleDecidesWhetherTheyAreUsedAndThePlanIsTheSame(Kernel kernel) {
    var input = fading(76, 8_200, 128);
    var all = new Work();
    assertThat(pair(input, CandidateSources.exact(kernel, new Work())))
        .isEqualTo(dense(input, kernel, all));
  }

  private static void lengthen(float[] vector) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= 1e25f;
    }
  }

  private static Pairing bounded(PairingInput input, Kernel kernel, Work work) {
    return pair(input, CandidateSources.bounded(kernel, work, 32, 64));
  }

  private static Pairing dense(PairingInput input, Kernel kernel, Work work) {
    return pair(input, CandidateSources.dense(kernel, work));
  }

  private static Pairing pair(PairingInput input, CandidateSources sources) {
    return new PriorityGreedy().pair(input, sources, Progress.IGNORED);
  }

  /** A pool whose vectors get shorter from component to component, as embeddings do in theirs. */
  private static PairingInput fading(long seed, int size, int dimension) {
    var random = new Random(seed);
    Map<SeekerId, float[]> vectors = new HashMap<>();
    IntStream.range(0, size)
        .forEach(
            i -> {
              var vector = new float[dimension];
              for (int d = 0; d < dimension; d++) {
                vector[d] = (float) (random.nextGaussian() * Math.exp(-d / 12.0));
              }
              vectors.put(Pools.id(i), vector);
            });
    var pool =
        IntStream.range(0, size)
            .mapToObj(i -> Pools.seeker(Pools.id(i).value(), i, (double) i / size))
            .toList();
    return Pools.input(pool, vectors, 0.35, 0.1);
  }
}
