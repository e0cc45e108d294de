package mosaicmatch.postmatch;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.PlannedPair;

/**
 * A pair that is to be taken to its end.
 *
 * @param pair the pair, a line of the plan or of the retry list
 * @param cycle the cycle as it runs
 * @param attempt how often the state machine has retried, from 0
 */
record ProcessPairRequest(PlannedPair pair, Cycle cycle, int attempt) {

  /** Checks that the pair is of this cycle, and that the cycle changes anything. */
  ProcessPairRequest {
    RealCycle.check(cycle);
    if (!pair.cycleId().equals(cycle.id())) {
      throw new IllegalArgumentException("pair.cycle_id must be the id of the cycle");
    }
    if (attempt < 0) {
      throw new IllegalArgumentException("attempt must not be negative");
    }
  }
}
