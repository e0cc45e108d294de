package mosaicmatch.lock;

import mosaicmatch.cycle.CycleId;

/** A later cycle has been opened since; this one must not go on planning. */
public final class CycleOvertakenException extends RuntimeException {

  /** Names the cycle and what stands in its way. */
  public CycleOvertakenException(CycleId cycle, CycleId later) {
    super("cycle " + cycle + " was overtaken by cycle " + later);
  }
}
