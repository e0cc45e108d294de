package mosaicmatch.local.operate;

import mosaicmatch.audit.AuditEntry;

/** Pairs are unfinished that must end first. */
public final class UnfinishedPairsException extends RefusedOperationException {

  UnfinishedPairsException(AuditEntry one, int unfinished) {
    super(
        "pair "
            + one.pairKey()
            + " of cycle "
            + one.cycleId()
            + " is "
            + one.status().wireName()
            + (unfinished > 1 ? ", and so are " + (unfinished - 1) + " others" : "")
            + "; redrive or reconcile first");
  }
}
