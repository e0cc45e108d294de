package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.Seeker;
import org.junit.jupiter.api.Test;

/**
 * A maximal matching has at least half as many pairs as any other. There is no such bound on the
 * sum of scores when seekers are served by priority: the first may take the only partner of
 * somebody who resembles that partner far more. What is promised instead is that nobody is passed
 * over.
 */
class GreedyIsHalfAsGoodAsTheOptimumTest {

  @Test
  void atLeastHalfAsManyPairsAsPossible() {
    for (long seed = 1; seed <= 300; seed++) {
      int size = new Random(seed).nextInt(11);
      var input = Pools.with(Pools.draw(seed, size, 3, Shape.RANDOM, 0.5), 0.2, 0);
      var made = new PriorityGreedy().pair(input, Progress.IGNORED).pairs().size();
      assertThat(2 * made)
          .as("seed %d, %d seekers", seed, size)
          .isGreaterThanOrEqualTo(mostPairs(new ObviousGreedy(input), input.seekers()));
    }
  }

  @Test
  void noPairCanBeAddedAndNobodyServedEarlierWouldRatherHaveSomebodyServedLater() {
    for (long seed = 400; seed <= 500; seed++) {
      var input = Pools.draw(seed, 10, 3, Shape.RANDOM, 0.5);
      var pairs = new PriorityGreedy().pair(input, Progress.IGNORED).pairs();
      var rules = new ObviousGreedy(input);
      var byPriority = input.seekers().stream().sorted(Seeker.BY_PRIORITY).toList();
      for (var one : byPriority) {
        for (var other : byPriority.subList(byPriority.indexOf(one) + 1, byPriority.size())) {
          if (rules.isAllowed(one, other)) {
            assertThat(rules.score(one, other))
                .as("seed %d, %s with %s", seed, one.userId(), other.userId())
                .isLessThanOrEqualTo(
                    Math.max(whatItGot(pairs, one), whatChooserGot(pairs, byPriority, other, one)));
          }
        }
      }
    }
  }

  /** The score that a seeker ended with; nothing if they are left. */
  private static double whatItGot(List<PlannedPair> pairs, Seeker seeker) {
    return pairs.stream()
        .filter(p -> p.user1().equals(seeker.optIn()) || p.user2().equals(seeker.optIn()))
        .mapToDouble(PlannedPair::score)
        .findAny()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * No bound if either was taken by somebody served before {@code before}: they had no say then.
   */
  private static double whatChooserGot(
      List<PlannedPair> pairs, List<Seeker> byPriority, Seeker seeker, Seeker before) {
    var earlier =
        byPriority.subList(0, byPriority.indexOf(before)).stream().map(Seeker::optIn).toList();
    boolean takenEarlier =
        pairs.stream()
            .filter(p -> earlier.contains(p.user1()) || earlier.contains(p.user2()))
            .anyMatch(
                p ->
                    List.of(p.user1(), p.user2()).contains(seeker.optIn())
                        || List.of(p.user1(), p.user2()).contains(before.optIn()));
    return takenEarlier ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** The size of the largest matching, by trying every one. */
  private static int mostPairs(ObviousGreedy rules, List<Seeker> seekers) {
    if (seekers.size() < 2) {
      return 0;
    }
    var rest = new ArrayList<>(seekers);
    var first = rest.removeFirst();
    int most = mostPairs(rules, rest);
    for (var partner : List.copyOf(rest)) {
      if (rules.isAllowed(first, partner)) {
        var without = new ArrayList<>(rest);
        without.remove(partner);
        most = Math.max(most, 1 + mostPairs(rules, without));
      }
    }
    return most;
  }
}
