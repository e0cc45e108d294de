package mosaicmatch.pairing.tiles;

/** A pool would be cut into more tiles than a cycle may have; the setting must be higher. */
public final class TooManyTilesException extends RuntimeException {

  TooManyTilesException(int seekers, int blockSize, long tiles, int most) {
    super(
        "%d seekers in blocks of MOSAIC_TILE_SEEKERS = %d are %d tiles, more than %d"
            .formatted(seekers, blockSize, tiles, most));
  }
}
