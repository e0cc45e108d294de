package mosaicmatch.local.operate;

import mosaicmatch.cycle.CycleId;

/**
 * What an undoing did.
 *
 * @param cycleId the cycle
 * @param pairs completed pairs that it undid
 * @param forestalled pairs that were never begun, and now never will be
 * @param begunMeanwhile pairs that a redrive began meanwhile: to be undone again once they ended
 * @param people what became of the members of the pairs
 */
public record UndoneCycle(
    CycleId cycleId, int pairs, int forestalled, int begunMeanwhile, UndonePeople people) {}
