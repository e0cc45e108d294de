package mosaicmatch.lockfn;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.record.CycleStatus;

/**
 * A cycle as it stands in the record.
 *
 * @param cycle the cycle
 * @param status complete
 */
record CompletedCycle(Cycle cycle, CycleStatus status) {}
