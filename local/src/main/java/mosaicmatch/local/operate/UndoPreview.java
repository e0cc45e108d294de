package mosaicmatch.local.operate;

import mosaicmatch.cycle.CycleId;

/**
 * What an undoing would do.
 *
 * @param cycleId the cycle
 * @param pairs completed pairs whose rooms it would close
 * @param undoneBefore pairs that are undone already
 * @param neverBegun planned pairs that were never begun, and then never will be
 * @param endedOtherwise pairs that came to nothing by themselves, and stay as they are
 * @param people what would become of the members of the completed pairs
 */
public record UndoPreview(
    CycleId cycleId,
    int pairs,
    int undoneBefore,
    int neverBegun,
    int endedOtherwise,
    UndonePeople people) {

  /** True if there is nothing to do. */
  public boolean isEmpty() {
    return pairs == 0 && neverBegun == 0;
  }
}
