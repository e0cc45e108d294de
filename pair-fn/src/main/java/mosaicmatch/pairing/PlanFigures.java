package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.Pool;

/** Figures about a plan, by name. */
final class PlanFigures {

  private PlanFigures() {}

  /** Seekers, pairs, unmatched, those of them left out, and the unmatched by reason. */
  static Map<String, Long> counts(Pool pool, Pairing pairing) {
    var counts = new TreeMap<String, Long>();
    counts.put("seekers", (long) pool.seekers());
    counts.put("pairs", (long) pairing.pairs().size());
    counts.put("unmatched", (long) pairing.unmatched().size());
    counts.put("left_out", (long) pairing.leftOut());
    pairing
        .unmatched()
        .forEach(seeker -> counts.merge("unmatched_" + seeker.reason().wireName(), 1L, Long::sum));
    return counts;
  }

  /** Mean similarity, and mean, lowest and highest score; nothing where there are no pairs. */
  static Map<String, Double> scores(List<PlannedPair> pairs) {
    if (pairs.isEmpty()) {
      return Map.of();
    }
    var scores = pairs.stream().mapToDouble(PlannedPair::score).sorted().toArray();
    // Sums in rank order by one thread: the same bits each time.
    double sum = 0;
    double similarities = 0;
    for (var pair : pairs) {
      sum += pair.score();
      similarities += pair.similarity();
    }
    return Map.of(
        "mean_similarity",
        similarities / pairs.size(),
        "mean_score",
        sum / pairs.size(),
        "lowest_score",
        scores[0],
        "highest_score",
        scores[scores.length - 1]);
  }
}
