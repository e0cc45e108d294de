package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
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
    byReason(pairing.unmatched().stream())
        .forEach((reason, count) -> counts.put("unmatched_" + reason, count));
    return counts;
  }

  /** How many could not take part, by reason. */
  static Map<String, Long> unusableByReason(List<UnmatchedSeeker> unmatched) {
    return byReason(unmatched.stream().filter(seeker -> seeker.reason().isUnusable()));
  }

  private static Map<String, Long> byReason(Stream<UnmatchedSeeker> unmatched) {
    return unmatched.collect(
        Collectors.groupingBy(
            seeker -> seeker.reason().wireName(), TreeMap::new, Collectors.counting()));
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
