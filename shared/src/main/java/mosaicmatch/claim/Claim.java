package mosaicmatch.claim;

import java.time.Instant;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * What is claimed of one seeker.
 *
 * @param userId who
 * @param consumedOptedInAt the latest opt-in that led to a match or died with its owner; the epoch
 *     if none did
 * @param live true while a pair that is not terminal holds the seeker
 * @param cycleId the cycle of the pair that holds them or held them last; empty once forgotten
 * @param pairKey that pair; empty once forgotten
 */
public record Claim(
    SeekerId userId,
    Instant consumedOptedInAt,
    boolean live,
    Optional<CycleId> cycleId,
    Optional<PairKey> pairKey) {

  /** True if the opt-in may enter a pool: not consumed, and its owner in no live pair. */
  public boolean leavesFree(OptIn optIn) {
    return !live && optIn.optedInAt().isAfter(consumedOptedInAt);
  }
}
