package mosaicmatch.pair;

import mosaicmatch.audit.AuditEntry;

/** A pair takes step after step without coming to its end: a store breaks its contract. */
public final class PairStuckException extends RuntimeException {

  /** For the entry as it was found last. */
  public PairStuckException(AuditEntry entry) {
    super(
        "pair "
            + entry.pairKey()
            + " of cycle "
            + entry.cycleId()
            + " does not get on: "
            + entry.status().wireName());
  }
}
