package mosaicmatch.record;

import mosaicmatch.cycle.CycleId;

/** The cycle was never opened, or its record is gone by now; final. */
public final class UnknownCycleException extends RuntimeException {

  /** Names the cycle. */
  public UnknownCycleException(CycleId cycle) {
    super("cycle " + cycle + " has no record");
  }
}
