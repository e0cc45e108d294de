package mosaicmatch.fetchpool;

import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pool.Pool;

/**
 * A cycle with its pool.
 *
 * @param cycle the cycle, with the fence that holds now
 * @param pool where the pool is kept
 */
public record FetchedPool(Cycle cycle, Pool pool) {

  /** What was counted, by name. */
  Map<String, Long> counts() {
    var leftOut = pool.leftOut();
    return Map.of(
        "seekers", (long) pool.seekers(),
        "left_out_live_claim", (long) leftOut.liveClaim(),
        "left_out_consumed", (long) leftOut.consumed(),
        "left_out_over_limit", (long) leftOut.overLimit());
  }
}
