package mosaicmatch.pairing;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.pool.Pool;

/**
 * A cycle that is to have its plan.
 *
 * @param cycle the cycle
 * @param pool its pool
 * @param settings what this cycle pairs by other than the function's own settings
 * @param tiles the pool cut into tiles, whose candidates are found, if it was
 */
record ComputePairsRequest(
    Cycle cycle, Pool pool, Optional<SettingsOverride> settings, Optional<Tiling> tiles) {}
