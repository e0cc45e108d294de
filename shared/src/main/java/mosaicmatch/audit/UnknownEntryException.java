package mosaicmatch.audit;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;

/** A pair was to be moved on whose audit entry is not there, such as after its retention; final. */
public final class UnknownEntryException extends RuntimeException {

  /** Names the pair. */
  public UnknownEntryException(CycleId cycle, PairKey pair) {
    super("pair " + pair + " of cycle " + cycle + " has no audit entry");
  }
}
