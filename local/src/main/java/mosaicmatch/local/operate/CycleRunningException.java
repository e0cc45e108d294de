package mosaicmatch.local.operate;

import mosaicmatch.cycle.CycleId;

/** A cycle is under way, and reads what would be changed. */
public final class CycleRunningException extends RefusedOperationException {

  CycleRunningException(CycleId cycle, String execution) {
    super(
        "cycle "
            + cycle
            + " is running (execution "
            + execution
            + "); wait for its end, or stop it, and try again");
  }

  CycleRunningException(String execution) {
    super("execution " + execution + " holds the lock; wait for its end and try again");
  }
}
