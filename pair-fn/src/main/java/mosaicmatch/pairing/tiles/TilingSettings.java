package mosaicmatch.pairing.tiles;

import mosaicmatch.settings.Environment;

/**
 * How a pool is cut.
 *
 * @param seekersPerBlock how many seekers a block holds at the most, 1 or more
 * @param candidates how many candidates a tile keeps for each seeker, 1 or more
 */
public record TilingSettings(int seekersPerBlock, int candidates) {

  /** Enough that few lists run out: what a pool is paired by, a pass over all scores finds. */
  private static final int CANDIDATES = 64;

  /** From {@code MOSAIC_TILE_SEEKERS} (50000). */
  public static TilingSettings of(Environment environment) {
    return new TilingSettings(
        environment.intOr("MOSAIC_TILE_SEEKERS", 50_000, 1, 200_000), CANDIDATES);
  }
}
