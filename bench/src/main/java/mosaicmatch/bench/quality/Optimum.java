package mosaicmatch.bench.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mosaicmatch.bench.measure.Progress;

/**
 * The best that a plan can reach.
 *
 * @param scores of its pairs, in no order
 * @param total their sum
 */
record Optimum(List<Double> scores, double total) {

  private static final int AT_FIRST = 16;

  /** Pairs that each seeker may add in a round: the most promising do. */
  private static final int ADDED = 8;

  private static final int ROUNDS = 100;

  double mean() {
    return total / Math.max(1, scores.size());
  }

  /** Among the pairs of a graph. */
  static Optimum of(ScoreGraph graph) {
    var matching = Matching.of(graph);
    requireProven(matching);
    return new Optimum(matching.scores(), matching.total());
  }

  /**
   * Among all allowed pairs of a pool: solved for some of them, then with those that undercut the
   * prices, until none does.
   *
   * @throws IllegalStateException if it can't be proven
   */
  static Optimum ofAll(PoolScores pool) {
    var all = new double[pool.seekers()][];
    Arrays.parallelSetAll(all, pool::withLater);
    var graph = pool.best(Math.min(AT_FIRST, Math.max(1, pool.seekers() - 1)));
    for (int round = 1; round <= ROUNDS; round++) {
      var matching = Matching.of(graph);
      int before = graph.size();
      addUndercutting(graph, all, pool, matching);
      Progress.tell(
          "optimum, round %d: %.3f, %d pairs may raise it"
              .formatted(round, matching.total(), graph.size() - before));
      if (graph.size() == before) {
        requireProven(matching);
        return new Optimum(matching.scores(), matching.total());
      }
    }
    throw new IllegalStateException("the optimum is not found in " + ROUNDS + " rounds");
  }

  /** Prices and pairs are worth the same where the one is the least and the other the most. */
  private static void requireProven(Matching matching) {
    double gap = matching.bound() - matching.total();
    if (!(Math.abs(gap) <= 1e-4 * Math.max(1, matching.total()))) {
      throw new IllegalStateException("the optimum is not proven: prices leave a gap of " + gap);
    }
  }

  private static void addUndercutting(
      ScoreGraph graph, double[][] all, PoolScores pool, Matching matching) {
    var found = new int[all.length][];
    Arrays.parallelSetAll(found, one -> undercutting(one, all[one], pool, matching));
    for (int one = 0; one < found.length; one++) {
      for (int other : found[one]) {
        graph.add(one, other, all[one][other - one - 1]);
      }
    }
  }

  private static int[] undercutting(int one, double[] scores, PoolScores pool, Matching matching) {
    record Other(int number, double by) {}
    return IntStream.range(0, scores.length)
        .filter(i -> pool.isAllowed(scores[i]))
        .mapToObj(i -> new Other(i + one + 1, matching.undercutBy(one, i + one + 1, scores[i])))
        .filter(other -> other.by() > Matching.NEGLIGIBLE)
        .sorted((a, b) -> Double.compare(b.by(), a.by()))
        .limit(ADDED)
        .mapToInt(Other::number)
        .toArray();
  }
}
