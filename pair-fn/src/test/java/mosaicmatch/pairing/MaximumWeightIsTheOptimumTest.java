package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.Seeker;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MaximumWeightIsTheOptimumTest {

  /** As much as the rounding of weights can cost a few hundred pairs. */
  private static final Offset<Double> ROUNDING = within(1e-4);

  private final PairingStrategy strategy = new MaximumWeight();

  @ParameterizedTest
  @EnumSource(Shape.class)
  void ofUpToTenSeekersWhateverTheThreshold(Shape shape) {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      double threshold = random.nextDouble() * 2 - 1;
      var input = Pools.with(Pools.draw(seed, random.nextInt(11), 3, shape, 0.5), threshold, 0.3);
      assertThat(Optimum.total(strategy.pair(input, Progress.IGNORED)))
          .as("%s, seed %d, threshold %s", shape, seed, threshold)
          .isCloseTo(new Optimum(input).byTryingAll(), ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Shape.class, mode = Mode.EXCLUDE, names = "ALL_EQUAL")
  void ofHundredsOfSeekersWhoHaveMoreGoodPartnersThanAreConsideredAtFirst(Shape shape) {
    for (long seed = 1; seed <= 2; seed++) {
      var input = Pools.with(Pools.draw(seed, 181, 5, shape, 1), 0.1, 0.1);
      assertThat(Optimum.total(strategy.pair(input, Progress.IGNORED)))
          .as("%s, seed %d", shape, seed)
          .isCloseTo(new Optimum(input).byBlossom(), ROUNDING);
    }
  }

  @Test
  void whereTheSameFewAreEverybodysFavourites() {
    var input = Pools.with(Pools.draw(5, 200, 19, Shape.RANDOM, 0.5), -1, 1);
    var pairing = strategy.pair(input, Progress.IGNORED);
    assertThat(Optimum.total(pairing)).isCloseTo(new Optimum(input).byBlossom(), ROUNDING);
  }

  @Test
  void equalsAreAllPaired() {
    var input = Pools.draw(6, 130, 8, Shape.ALL_EQUAL, 0);
    assertThat(strategy.pair(input, Progress.IGNORED).unmatched()).isEmpty();
  }

  @Test
  void aPairThatScoresBelowZeroIsNotMade() {
    for (long seed = 1; seed <= 8; seed++) {
      var input = Pools.with(Pools.draw(seed, 2, 1, Shape.RANDOM, 0), -1, 0);
      double score = new ObviousGreedy(input).score(input.seekers().get(0), input.seekers().get(1));
      assertThat(strategy.pair(input, Progress.IGNORED).pairs())
          .as("seed %d, score %s", seed, score)
          .hasSize(score > 0 ? 1 : 0);
    }
  }

  @Test
  void theRunnerUpIsTheBestThatTheOneServedFirstCouldHaveHadOfAll() {
    var input = Pools.draw(9, 120, 7, Shape.CLUSTERED, 1);
    var rules = new ObviousGreedy(input);
    assertThat(strategy.pair(input, Progress.IGNORED).pairs())
        .isNotEmpty()
        .allSatisfy(
            pair -> {
              var members = List.of(pair.user1().userId(), pair.user2().userId());
              var chooser =
                  input.seekers().stream()
                      .filter(seeker -> members.contains(seeker.userId()))
                      .min(Seeker.BY_PRIORITY)
                      .orElseThrow();
              var best =
                  input.seekers().stream()
                      .filter(other -> !members.contains(other.userId()))
                      .filter(other -> rules.isAllowed(chooser, other))
                      .map(other -> rules.score(chooser, other))
                      .max(Comparator.naturalOrder());
              assertThat(pair.runnerUpScore()).isEqualTo(best);
            });
  }

  @Test
  void pairsRankByScore() {
    var pairs = strategy.pair(Pools.draw(9, 120, 7, Shape.POWER_LAW, 1), Progress.IGNORED).pairs();
    assertThat(pairs).isSortedAccordingTo(Comparator.comparing(PlannedPair::score).reversed());
  }
}
