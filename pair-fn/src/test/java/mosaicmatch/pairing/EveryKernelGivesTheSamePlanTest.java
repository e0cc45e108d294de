package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.kernel.NarrowKernel;
import mosaicmatch.pairing.kernel.ScalarKernel;
import mosaicmatch.pairing.kernel.WideKernel;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;
import mosaicmatch.plan.PlannedPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EveryKernelGivesTheSamePlanTest {

  static Stream<Kernel> kernels() {
    return Stream.of(new ScalarKernel(), new NarrowKernel(), new WideKernel());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void inPoolsOfSeveralBatchesAndRepackings(Shape shape) {
    long seed = 41;
    var input = Pools.draw(seed, 900, 401, shape, 0.5);
    var plans =
        kernels()
            .map(
                kernel ->
                    new PriorityGreedy()
                        .pair(input, CandidateSources.exact(kernel, new Work()), Progress.IGNORED))
            .toList();
    assertThat(plans).as("%s, seed %d", shape, seed).containsOnly(plans.getFirst());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void thatOfTheObviousLoopOverMoreComponentsThanAStretch(Kernel kernel) {
    for (var shape : Shape.values()) {
      long seed = 42;
      var input = Pools.draw(seed, 450, 801, shape, 1);
      assertThat(
              scores(
                  new PriorityGreedy()
                      .pair(input, CandidateSources.exact(kernel, new Work()), Progress.IGNORED)
                      .pairs()))
          .as("%s, seed %d", shape, seed)
          .isEqualTo(new ObviousGreedy(input).pairs());
    }
  }

  @Test
  void thisJvmHasTheVectorApiForTheseTests() {
    assertThat(Kernel.fastest()).isNotInstanceOf(ScalarKernel.class);
  }

  private static Object scores(List<PlannedPair> pairs) {
    return pairs.stream().collect(Collectors.toMap(PlannedPair::pairKey, PlannedPair::score));
  }
}
