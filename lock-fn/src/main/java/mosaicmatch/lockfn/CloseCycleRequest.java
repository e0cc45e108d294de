package mosaicmatch.lockfn;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.RetryList;
import mosaicmatch.pool.Pool;

/**
 * What a cycle has come to when it is closed.
 *
 * @param cycle the cycle
 * @param pool its pool
 * @param plan its plan, unless the pool was too small
 * @param retry what is unfinished, unless it had no maps
 */
public record CloseCycleRequest(
    Cycle cycle, Optional<Pool> pool, Optional<Plan> plan, Optional<RetryList> retry) {}
