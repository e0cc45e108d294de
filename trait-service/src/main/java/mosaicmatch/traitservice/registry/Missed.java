package mosaicmatch.traitservice.registry;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/**
 * A cycle that left an opt-in unmatched.
 *
 * @param seeker whose opt-in it is
 * @param optedInAt that opt-in, epoch milliseconds
 * @param cycle the cycle
 */
public record Missed(SeekerId seeker, long optedInAt, CycleId cycle) {}
