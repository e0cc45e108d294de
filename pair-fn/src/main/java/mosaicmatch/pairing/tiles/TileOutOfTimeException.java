package mosaicmatch.pairing.tiles;

/**
 * A tile can't be finished within the time limit of its function, so nothing of it was written.
 * Final: smaller blocks or more memory make it fit.
 */
public final class TileOutOfTimeException extends RuntimeException {

  TileOutOfTimeException(Tile tile, int done) {
    super(
        "%s: %d of %d seekers were compared when the time limit neared; nothing was written"
            .formatted(tile.listsKey(), done, tile.rows()));
  }
}
