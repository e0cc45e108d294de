package mosaicmatch.plan;

import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;

/**
 * Seekers whom a cycle left unmatched, to be told so together.
 *
 * @param cycleId the cycle
 * @param seekers their opt-ins, 1 to {@value #MAX_SEEKERS}
 */
public record UnmatchedBatch(CycleId cycleId, List<OptIn> seekers) implements RetryItem {

  /** How many seekers a batch holds at most. */
  public static final int MAX_SEEKERS = 100;

  /** Checks the size and keeps a copy. */
  public UnmatchedBatch {
    if (seekers.isEmpty() || seekers.size() > MAX_SEEKERS) {
      throw new IllegalArgumentException("seekers must hold 1 to " + MAX_SEEKERS + " opt-ins");
    }
    seekers = List.copyOf(seekers);
  }
}
