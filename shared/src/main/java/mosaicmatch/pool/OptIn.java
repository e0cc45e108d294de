package mosaicmatch.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * One person's opt-in: who, and when. Each opt-in of a person is later than the one before it, so
 * the two together name it for ever.
 *
 * @param userId who
 * @param optedInAt when, to the millisecond
 */
public record OptIn(SeekerId userId, Instant optedInAt) {

  /** How far two clocks may differ: each of them by 60 s from the true time. */
  public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  /** True if it is later than a reading of a clock by more than clocks may differ. */
  public boolean isInTheFutureOf(Instant reading) {
    return optedInAt.minus(CLOCKS_DIFFER).isAfter(reading);
  }
}
