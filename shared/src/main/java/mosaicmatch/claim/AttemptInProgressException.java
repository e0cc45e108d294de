package mosaicmatch.claim;

import mosaicmatch.audit.AuditEntry;

/** Another attempt at the same pair is under way; try again when its lease has run out. */
public final class AttemptInProgressException extends RuntimeException {

  /** For the entry whose attempt lease has not run out. */
  public AttemptInProgressException(AuditEntry entry) {
    super(
        "attempt "
            + entry.attempt()
            + " at pair "
            + entry.pairKey()
            + " of cycle "
            + entry.cycleId()
            + " is let alone until "
            + entry.attemptLeaseUntil());
  }
}
