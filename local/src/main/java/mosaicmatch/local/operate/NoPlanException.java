package mosaicmatch.local.operate;

import mosaicmatch.record.CycleRecord;

/** The cycle has no plan: too few people waited, or it ended before its plan was made. */
public final class NoPlanException extends RefusedOperationException {

  NoPlanException(CycleRecord cycle) {
    super(
        "cycle "
            + cycle.cycleId()
            + " ("
            + cycle.status().wireName()
            + ") has no plan: too few people waited, or it ended before its plan was made");
  }
}
