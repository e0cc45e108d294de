package mosaicmatch.local.operate;

import mosaicmatch.cycle.CycleId;

/** A dry run changed nobody's state, so there is nothing to undo. */
public final class DryRunException extends RefusedOperationException {

  DryRunException(CycleId cycle) {
    super(cycle + " was a dry run: it changed nothing that could be undone");
  }
}
