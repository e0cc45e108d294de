package mosaicmatch.lockfn;

import mosaicmatch.cycle.Cycle;

/**
 * A cycle whose retry map has left nothing unfinished.
 *
 * @param cycle the cycle
 */
record CompleteCycleRequest(Cycle cycle) {}
