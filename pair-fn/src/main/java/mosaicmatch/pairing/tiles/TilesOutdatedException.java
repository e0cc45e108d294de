package mosaicmatch.pairing.tiles;

/**
 * The tiles of a cycle are not those of the pool and settings that it is to be planned with: a
 * setting was changed, or somebody was erased, since they were made. Final; the next cycle makes
 * new ones.
 */
public final class TilesOutdatedException extends RuntimeException {

  TilesOutdatedException(String why) {
    super("the tiles of this cycle can't be used: " + why);
  }
}
