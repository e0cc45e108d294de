package mosaicmatch.lock;

import java.time.Duration;
import mosaicmatch.settings.Environment;

/**
 * How long the lock lasts.
 *
 * @param lease how long a holder keeps it without renewing
 * @param clockSkew how much later than the lease's end others take it over, since clocks differ
 */
public record LockTimes(Duration lease, Duration clockSkew) {

  /** Checks the spans. */
  public LockTimes {
    if (!lease.isPositive() || clockSkew.isNegative()) {
      throw new IllegalArgumentException("the lease must be positive, the skew not negative");
    }
  }

  /** From {@code MOSAIC_LEASE_SECONDS} (300) and {@code MOSAIC_CLOCK_SKEW_SECONDS} (5). */
  public static LockTimes of(Environment environment) {
    return new LockTimes(
        environment.secondsOr("MOSAIC_LEASE_SECONDS", 300, 60, 86_400),
        environment.secondsOr("MOSAIC_CLOCK_SKEW_SECONDS", 5, 0, 60));
  }
}
