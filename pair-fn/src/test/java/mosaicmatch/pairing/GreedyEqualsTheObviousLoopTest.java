package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreedyEqualsTheObviousLoopTest {

  private final PairingStrategy greedy = new PriorityGreedy();

  @ParameterizedTest
  @EnumSource(Shape.class)
  void samePairsAndSameScoresToTheBit(Shape shape) {
    for (long seed = 1; seed <= 12; seed++) {
      int size = new Random(seed).nextInt(300);
      var input = Pools.draw(seed, size, 19, shape, 0.5);
      var pairing = greedy.pair(input, Progress.IGNORED);
      assertThat(
              pairing.pairs().stream()
                  .collect(Collectors.toMap(PlannedPair::pairKey, PlannedPair::score)))
          .as("%s, seed %d, %d seekers", shape, seed, size)
          .isEqualTo(new ObviousGreedy(input).pairs());
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everybodyIsInThePlanOnce(Shape shape) {
    for (long seed = 20; seed <= 26; seed++) {
      var input = Pools.draw(seed, 151, 8, shape, 3);
      var pairing = greedy.pair(input, Progress.IGNORED);
      var planned =
          Stream.concat(
              pairing.pairs().stream().flatMap(p -> Stream.of(p.user1(), p.user2())),
              pairing.unmatched().stream().map(UnmatchedSeeker::optIn));
      assertThat(planned)
          .as("%s, seed %d", shape, seed)
          .containsExactlyInAnyOrderElementsOf(
              input.seekers().stream().map(s -> s.optIn()).toList());
      assertThat(pairing.pairs())
          .extracting(PlannedPair::rank)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, pairing.pairs().size()).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void orderOfTheInputAndNumberOfThreadsChangeNothing(Shape shape) throws Exception {
    long seed = 31;
    var input = Pools.draw(seed, 333, 21, shape, 0.5);
    var expected = greedy.pair(input, Progress.IGNORED);
    for (int threads = 1; threads <= 3; threads++) {
      var shuffled = new ArrayList<>(input.seekers());
      Collections.shuffle(shuffled, new Random(seed + threads));
      var again = Pools.input(shuffled, input.vectors(), 0.35, 0.1);
      try (var pool = new ForkJoinPool(threads)) {
        assertThat(pool.submit(() -> greedy.pair(again, Progress.IGNORED)).get())
            .as("%s, seed %d, %d threads", shape, seed, threads)
            .isEqualTo(expected);
      }
    }
  }
}
