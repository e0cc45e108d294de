package mosaicmatch.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.record.CycleRecord.AdoptedPlan;

/**
 * The records of all cycles, dry runs included. All methods are safe to repeat and throw {@code
 * StoreUnavailableException} when the store can't be reached or is throttled.
 */
public interface CycleRecords {

  /** Opens a cycle's record; one that is there stays as it is. */
  CycleRecord open(Cycle cycle);

  /** The record of a cycle, by a consistent read. */
  Optional<CycleRecord> find(CycleId cycle);

  /**
   * Gives the cycle its plan, unless it has one: the first wins, everybody else adopts it.
   *
   * @return the plan that the cycle follows from now on; its {@code adopted} is true if another
   *     call had set it
   * @throws UnknownCycleException if the cycle was never opened
   */
  AdoptedPlan adoptPlan(CycleId cycle, AdoptedPlan proposed);

  /**
   * Notes when a step ran, and what it counted; a step that runs again replaces its own timing and
   * counts.
   *
   * @throws UnknownCycleException if the cycle was never opened
   */
  void recordStep(CycleId cycle, String step, StepTiming timing, Map<String, Long> counts);

  /**
   * Closes the record as unfinished or complete. A complete cycle stays complete.
   *
   * @return the record as it is stored afterwards
   * @throws UnknownCycleException if the cycle was never opened
   */
  CycleRecord finish(CycleId cycle, CycleStatus status);

  /**
   * The latest cycles or the latest dry runs, newest first, by an index that may lag a little.
   *
   * @param limit 1 to 1000
   */
  List<CycleRecord> latest(boolean dryRuns, int limit);

  /** The cycle or dry run that an execution opened, if it is among the latest hundred of each. */
  default Optional<CycleRecord> findByExecution(String arn) {
    return Stream.of(false, true)
        .flatMap(dryRuns -> latest(dryRuns, 100).stream())
        .filter(cycle -> cycle.execution().equals(arn))
        .findFirst();
  }

  /** All cycles or all dry runs, newest first, page by page as they are read, by the same index. */
  Stream<CycleRecord> all(boolean dryRuns);
}
