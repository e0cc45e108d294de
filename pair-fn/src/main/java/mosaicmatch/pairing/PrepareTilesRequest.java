package mosaicmatch.pairing;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pool.Pool;

/**
 * A cycle whose pool is to be cut into tiles.
 *
 * @param cycle the cycle
 * @param pool its pool
 * @param settings what this cycle pairs by other than the function's own settings
 */
record PrepareTilesRequest(Cycle cycle, Pool pool, Optional<SettingsOverride> settings) {}
