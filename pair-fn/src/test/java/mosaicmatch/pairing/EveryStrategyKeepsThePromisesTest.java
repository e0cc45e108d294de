package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryStrategyKeepsThePromisesTest {

  static List<PairingStrategy> strategies() {
    return Strategies.names().stream().map(Strategies::named).toList();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everybodyIsInThePlanOnceAndNobodyMeetsWhomTheyMustNot(PairingStrategy strategy) {
    for (var shape : Shape.values()) {
      for (long seed = 20; seed <= 22; seed++) {
        var input = Pools.draw(seed, 101, 8, shape, 8);
        var pairing = strategy.pair(input, Progress.IGNORED);
        assertThat(planned(pairing))
            .as("%s, seed %d", shape, seed)
            .containsExactlyInAnyOrderElementsOf(
                input.seekers().stream().map(Seeker::optIn).toList());
        var byId =
            input.seekers().stream().collect(Collectors.toMap(Seeker::userId, seeker -> seeker));
        var rules = new ObviousGreedy(input);
        assertThat(pairing.pairs())
            .as("%s, seed %d", shape, seed)
            .allMatch(
                pair ->
                    rules.isAllowed(
                        byId.get(pair.user1().userId()), byId.get(pair.user2().userId())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void orderOfTheInputThreadsAndKernelsChangeNothing(PairingStrategy strategy) throws Exception {
    for (var shape : Shape.values()) {
      long seed = 31;
      var input = Pools.draw(seed, 121, 21, shape, 0.5);
      var expected = strategy.pair(input, Progress.IGNORED);
      var kernels = EveryKernelGivesTheSamePlanTest.kernels().toList();
      for (int threads = 1; threads <= 3; threads++) {
        var shuffled = new ArrayList<>(input.seekers());
        Collections.shuffle(shuffled, new Random(seed + threads));
        var again = Pools.input(shuffled, input.vectors(), 0.35, 0.1);
        var sources = CandidateSources.exact(kernels.get(threads - 1), new Work());
        try (var pool = new ForkJoinPool(threads)) {
          assertThat(pool.submit(() -> strategy.pair(again, sources, Progress.IGNORED)).get())
              .as("%s, seed %d, %d threads", shape, seed, threads)
              .isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void nobodyIsLeftWhoCouldBePairedWithSomebodyElseWhoIs(PairingStrategy strategy) {
    for (var shape : Shape.values()) {
      var input = Pools.draw(51, 151, 9, shape, 2);
      var left =
          strategy.pair(input, Progress.IGNORED).unmatched().stream()
              .map(UnmatchedSeeker::userId)
              .collect(Collectors.toCollection(HashSet<SeekerId>::new));
      var seekers = input.seekers().stream().filter(s -> left.contains(s.userId())).toList();
      var rules = new ObviousGreedy(input);
      for (var one : seekers) {
        assertThat(seekers)
            .as("%s, %s", shape, one.userId())
            .noneMatch(other -> other != one && rules.isAllowed(one, other));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void emptyAndTinyPoolsAreNormal(PairingStrategy strategy) {
    for (int size = 0; size <= 2; size++) {
      var input = Pools.draw(1, size, 4, Shape.ALL_EQUAL, 0);
      var pairing = strategy.pair(input, Progress.IGNORED);
      assertThat(pairing.pairs()).hasSize(size / 2);
      assertThat(pairing.unmatched()).hasSize(size % 2);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void progressNeverFallsAndEndsAtTheWhole(PairingStrategy strategy) {
    for (var shape : List.of(Shape.RANDOM, Shape.ALL_EQUAL)) {
      var shares = new ArrayList<Double>();
      strategy.pair(Pools.draw(3, 401, 8, shape, 0.1), (share, matched) -> shares.add(share));
      assertThat(shares).isSorted().hasSizeGreaterThan(2);
      assertThat(shares.getFirst()).isNotNegative();
      assertThat(shares.getLast()).isEqualTo(1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void whatTheListenerThrowsEndsThePairingWheneverItComes(PairingStrategy strategy) {
    var input = Pools.draw(3, 200, 8, Shape.RANDOM, 0.1);
    for (double late : new double[] {0, 0.3, 0.6, 0.99}) {
      assertThatThrownBy(
              () ->
                  strategy.pair(
                      input,
                      (share, matched) -> {
                        if (share >= late) {
                          throw new IllegalStateException("the lock is lost");
                        }
                      }))
          .hasMessage("the lock is lost");
    }
  }

  private static Stream<OptIn> planned(Pairing pairing) {
    return Stream.concat(
        pairing.pairs().stream().flatMap(EveryStrategyKeepsThePromisesTest::members),
        pairing.unmatched().stream().map(UnmatchedSeeker::optIn));
  }

  private static Stream<OptIn> members(PlannedPair pair) {
    return Stream.of(pair.user1(), pair.user2());
  }
}
