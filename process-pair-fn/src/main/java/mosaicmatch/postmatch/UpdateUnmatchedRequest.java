package mosaicmatch.postmatch;

import java.util.List;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.UnmatchedBatch;
import mosaicmatch.pool.OptIn;

/**
 * Seekers who are to be told that a cycle left them unmatched.
 *
 * @param cycle the cycle as it runs
 * @param seekers their opt-ins, 1 to 100
 * @param batch what the batch is known by in its cycle; the first seeker's id if missing
 */
record UpdateUnmatchedRequest(Cycle cycle, List<OptIn> seekers, Optional<String> batch) {

  /** Checks the size of the batch, and that the cycle changes anything. */
  UpdateUnmatchedRequest {
    RealCycle.check(cycle);
    seekers = new UnmatchedBatch(cycle.id(), seekers).seekers();
  }

  /** What the batch is known by. */
  String batchName() {
    return batch.orElseGet(() -> seekers.getFirst().userId().value());
  }
}
