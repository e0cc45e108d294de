package mosaicmatch.plan;

import java.time.Instant;
import java.util.Map;
import mosaicmatch.cycle.CycleId;

/**
 * The plan's own file: what went in, how it was made, and where its lists are.
 *
 * @param cycleId the cycle
 * @param poolKey the pool that was paired
 * @param pairsKey the list of pairs
 * @param unmatchedKey the list of unmatched
 * @param vectorsKey the vectors that were read, so that the plan can be made again bit for bit
 * @param clock the one clock reading that the plan rests on
 * @param algorithm name and version of the strategy, such as {@code priority-greedy/1}
 * @param settings the strategy's settings by name
 * @param counts what was counted on the way, by name
 * @param scores figures about the pairs' scores, by name, such as {@code mean_similarity}
 */
public record PlanDocument(
    CycleId cycleId,
    String poolKey,
    String pairsKey,
    String unmatchedKey,
    String vectorsKey,
    Instant clock,
    String algorithm,
    Map<String, String> settings,
    Map<String, Long> counts,
    Map<String, Double> scores) {

  /** Keeps copies. */
  public PlanDocument {
    settings = Map.copyOf(settings);
    counts = Map.copyOf(counts);
    scores = Map.copyOf(scores);
  }
}
