package mosaicmatch.claim;

import mosaicmatch.audit.AuditEntry;

/** An unfinished pair does not hold its members' claims, as it always must; final. */
public final class BrokenClaimException extends RuntimeException {

  /** For the pair whose claims somebody else changed. */
  public BrokenClaimException(AuditEntry entry) {
    super(
        "pair "
            + entry.pairKey()
            + " of cycle "
            + entry.cycleId()
            + " is "
            + entry.status().wireName()
            + " but does not hold both its members");
  }
}
