package mosaicmatch.reconcile;

import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.RetryList;

/**
 * What a cycle left unfinished.
 *
 * @param cycle the cycle
 * @param retry the list for its retry map
 */
record CollectedUnfinished(Cycle cycle, RetryList retry) {

  Map<String, Long> counts() {
    return Map.of(
        "unfinished_pairs", (long) retry.pairs(),
        "unfinished_batches", (long) retry.unmatchedBatches());
  }
}
