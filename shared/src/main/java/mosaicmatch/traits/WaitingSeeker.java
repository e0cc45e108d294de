package mosaicmatch.traits;

import java.time.Instant;
import java.util.Set;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * A seeker as the trait service lists them.
 *
 * @param userId who
 * @param optedInAt since when they wait
 * @param missedCycles how many cycles left them unmatched
 * @param excluded whom they must not meet
 */
public record WaitingSeeker(
    SeekerId userId, Instant optedInAt, int missedCycles, Set<SeekerId> excluded) {

  /** The opt-in that this seeker waits with. */
  public OptIn optIn() {
    return new OptIn(userId, optedInAt);
  }
}
