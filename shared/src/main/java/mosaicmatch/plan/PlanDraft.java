package mosaicmatch.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/**
 * A plan before it is written down; the store gives it its keys. The parameters that {@link
 * PlanDocument} has too mean the same.
 *
 * @param vectors the vectors that were read, float32, all of one dimension, in the order in which
 *     they shall be kept
 * @param pairs the pairs by rank
 * @param unmatched who is left
 */
public record PlanDraft(
    CycleId cycleId,
    String poolKey,
    Instant clock,
    String algorithm,
    Map<String, String> settings,
    Map<String, Long> counts,
    Map<String, Double> scores,
    Map<SeekerId, float[]> vectors,
    List<PlannedPair> pairs,
    List<UnmatchedSeeker> unmatched) {}
