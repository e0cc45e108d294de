package mosaicmatch.lockfn;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.record.CycleStatus;

/**
 * How a cycle was closed.
 *
 * @param cycle the cycle
 * @param status complete or unfinished
 * @param lockReleased false if the execution no longer held the lock, or never took it
 */
public record ClosedCycle(Cycle cycle, CycleStatus status, boolean lockReleased) {}
