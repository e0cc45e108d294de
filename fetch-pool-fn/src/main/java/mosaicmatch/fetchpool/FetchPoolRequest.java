package mosaicmatch.fetchpool;

import mosaicmatch.cycle.Cycle;

/**
 * A cycle that is to have its pool.
 *
 * @param cycle the cycle
 */
record FetchPoolRequest(Cycle cycle) {}
