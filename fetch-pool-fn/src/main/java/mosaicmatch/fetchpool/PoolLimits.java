package mosaicmatch.fetchpool;

import mosaicmatch.settings.Environment;

/**
 * How large a pool may be.
 *
 * @param minSeekers with fewer there is nothing to pair
 * @param maxSeekers of more, those who have waited longest are kept
 */
public record PoolLimits(int minSeekers, int maxSeekers) {

  /** From {@code MOSAIC_MIN_POOL} (2) and {@code MOSAIC_MAX_SEEKERS} (200000). */
  static PoolLimits of(Environment environment) {
    return new PoolLimits(
        environment.intOr("MOSAIC_MIN_POOL", 2, 2, 1_000_000),
        environment.intOr("MOSAIC_MAX_SEEKERS", 200_000, 2, 1_000_000));
  }
}
