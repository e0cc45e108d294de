package mosaicmatch.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.Plan;

/**
 * What is kept about a cycle.
 *
 * @param cycleId the cycle
 * @param execution ARN of the execution that opened it
 * @param status how far it has come
 * @param startedAt when it was opened
 * @param finishedAt when it was closed, or completed after that
 * @param counts what its steps counted, by name: seekers, pairs, unmatched …
 * @param steps when its steps ran, by name
 * @param plan the one plan that it follows, once there is one
 */
public record CycleRecord(
    CycleId cycleId,
    String execution,
    CycleStatus status,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Map<String, Long> counts,
    Map<String, StepTiming> steps,
    Optional<AdoptedPlan> plan) {

  /** Keeps copies. */
  public CycleRecord {
    counts = Map.copyOf(counts);
    steps = Map.copyOf(steps);
  }

  /**
   * The plan of a cycle and how it was made.
   *
   * @param plan where it is, and what it holds
   * @param algorithm name and version of the strategy, such as {@code priority-greedy/1}
   * @param settings the strategy's settings by name
   */
  public record AdoptedPlan(Plan plan, String algorithm, Map<String, String> settings) {

    /** Keeps a copy. */
    public AdoptedPlan {
      settings = Map.copyOf(settings);
    }
  }
}
