package mosaicmatch.reconcile;

import java.time.Duration;
import mosaicmatch.settings.Environment;

/**
 * How much one reconciliation takes on.
 *
 * @param grace how long after its last attempt a pair is let alone: its own cycle may retry it
 * @param maxPairs how many unfinished pairs are looked at
 */
public record ReconcileLimits(Duration grace, int maxPairs) {

  /**
   * From {@code MOSAIC_RECONCILE_GRACE_SECONDS} (600) and {@code MOSAIC_RECONCILE_PAIRS} (1000).
   */
  static ReconcileLimits of(Environment environment) {
    return new ReconcileLimits(
        environment.secondsOr("MOSAIC_RECONCILE_GRACE_SECONDS", 600, 0, 86_400),
        environment.intOr("MOSAIC_RECONCILE_PAIRS", 1000, 1, 100_000));
  }

  ReconcileLimits withGrace(Duration newGrace) {
    return new ReconcileLimits(newGrace, maxPairs);
  }
}
