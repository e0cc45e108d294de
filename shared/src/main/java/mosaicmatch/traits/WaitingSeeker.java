package mosaicmatch.traits;

import java.time.Instant;
import java.util.HashSet;
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

  /**
   * One seeker of two listings of one person, who moved while the pages were read. Opt-ins only
   * grow later, so a later one is the truth; of one opt-in, whatever either listing says of missed
   * cycles and exclusions holds.
   */
  WaitingSeeker latest(WaitingSeeker other) {
    int order = optedInAt.compareTo(other.optedInAt);
    if (order != 0) {
      return order > 0 ? this : other;
    }
    var both = new HashSet<>(excluded);
    both.addAll(other.excluded);
    return new WaitingSeeker(
        userId, optedInAt, Math.max(missedCycles, other.missedCycles), Set.copyOf(both));
  }

  /** The opt-in that this seeker waits with. */
  public OptIn optIn() {
    return new OptIn(userId, optedInAt);
  }
}
