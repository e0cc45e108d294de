package mosaicmatch.pairing;

import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pairing.tiles.Tiling;

/**
 * A cycle with its tiles.
 *
 * @param cycle the cycle, with the fence that holds now
 * @param tiles its pool, cut into tiles
 */
record PreparedTiles(Cycle cycle, Tiling tiles) {

  /** What was counted, by name. */
  Map<String, Long> counts() {
    return Map.of("tiles", (long) tiles.tiles());
  }
}
