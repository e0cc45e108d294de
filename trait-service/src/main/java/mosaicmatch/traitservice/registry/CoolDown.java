package mosaicmatch.traitservice.registry;

import java.time.Duration;
import java.time.Instant;

/**
 * How long two people who met are not matched again.
 *
 * @param length zero or more, whole milliseconds
 */
public record CoolDown(Duration length) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public CoolDown {
    if (length.isNegative()) {
      throw new IllegalArgumentException("the cool-down must not be negative");
    }
  }

  /** Whoever met at this time (epoch milliseconds) or before may meet again. */
  public long since(Instant now) {
    return now.toEpochMilli() - length.toMillis();
  }
}
