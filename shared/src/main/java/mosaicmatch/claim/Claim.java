package mosaicmatch.claim;

import java.time.Instant;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * What is claimed of one seeker.
 *
 * @param userId who
 * @param consumedOptedInAt the latest opt-in that led to a match or died with its owner; the epoch
 *     if none did
 * @param live true while a pair that is not terminal holds the seeker
 */
public record Claim(SeekerId userId, Instant consumedOptedInAt, boolean live) {

  /** True if the opt-in may enter a pool: not consumed, and its owner in no live pair. */
  public boolean leavesFree(OptIn optIn) {
    return !live && optIn.optedInAt().isAfter(consumedOptedInAt);
  }
}
