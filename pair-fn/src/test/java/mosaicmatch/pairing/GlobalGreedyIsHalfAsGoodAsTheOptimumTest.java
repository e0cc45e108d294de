package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import mosaicmatch.pairing.Pools.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class GlobalGreedyIsHalfAsGoodAsTheOptimumTest {

  @Test
  void ofUpToTenSeekers() {
    for (long seed = 1; seed <= 200; seed++) {
      int size = new Random(seed).nextInt(11);
      var input = Pools.with(Pools.draw(seed, size, 3, Shape.RANDOM, 0.5), 0, 0);
      assertThat(2 * total(input))
          .as("seed %d, %d seekers", seed, size)
          .isGreaterThanOrEqualTo(new Optimum(input).byTryingAll());
    }
  }

  @ParameterizedTest
  @EnumSource(value = Shape.class, mode = Mode.EXCLUDE, names = "ALL_EQUAL")
  void ofHundredsAndNeverBetterThanIt(Shape shape) {
    var input = Pools.with(Pools.draw(77, 300, 6, shape, 1), 0.3, 0.1);
    double optimum = new Optimum(input).byBlossom();
    assertThat(total(input)).isBetween(optimum / 2, optimum + 1e-6);
    var byPriority = Optimum.total(new PriorityGreedy().pair(input, Progress.IGNORED));
    assertThat(byPriority).isLessThanOrEqualTo(optimum + 1e-6);
  }

  private static double total(PairingInput input) {
    return Optimum.total(new GlobalGreedy().pair(input, Progress.IGNORED));
  }
}
