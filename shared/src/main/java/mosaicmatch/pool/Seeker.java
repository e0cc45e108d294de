package mosaicmatch.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * A waiting seeker as a cycle sees them; one line of the pool file.
 *
 * @param userId who
 * @param optedInAt since when they wait, to the millisecond
 * @param missedCycles how many cycles left them unmatched since they opted in, 0 or more
 * @param waitBoost how much their waiting counts, 0 to 1, normalized over the pool
 * @param excluded whom they must not meet: blocked by either side, or met within the cool-down
 */
public record Seeker(
    SeekerId userId,
    Instant optedInAt,
    int missedCycles,
    double waitBoost,
    Set<SeekerId> excluded) {

  /**
   * The order in which seekers are served: longest wait first, then most missed cycles, then lower
   * id.
   */
  public static final Comparator<Seeker> BY_PRIORITY =
      Comparator.comparing(Seeker::optedInAt)
          .thenComparing(Seeker::missedCycles, Comparator.reverseOrder())
          .thenComparing(Seeker::userId);

  /** Checks the ranges and keeps a copy of the exclusions. */
  public Seeker {
    if (missedCycles < 0) {
      throw new IllegalArgumentException("missed_cycles must not be negative");
    }
    if (!(waitBoost >= 0 && waitBoost <= 1)) {
      throw new IllegalArgumentException("wait_boost must lie between 0 and 1");
    }
    excluded = Set.copyOf(excluded);
  }

  /** The opt-in that this seeker waits with. */
  public OptIn optIn() {
    return new OptIn(userId, optedInAt);
  }
}
