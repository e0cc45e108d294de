package mosaicmatch.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.pair.PairProtocol;

/**
 * Ends pairs that their cycles left unfinished: forward once both members are recorded as matched,
 * else by giving them up. A pair is let alone while an attempt's lease runs, and for a grace period
 * after the last attempt, since its own cycle may be about to retry it.
 */
public final class Reconcile {

  private final AuditTrail trail;
  private final PairProtocol protocol;
  private final MatchRepair repair;
  private final InstantSource clock;

  /** Over the audit trail, and what ends and mends a pair. */
  public Reconcile(
      AuditTrail trail, PairProtocol protocol, MatchRepair repair, InstantSource clock) {
    this.trail = trail;
    this.protocol = protocol;
    this.repair = repair;
    this.clock = clock;
  }

  /**
   * Ends what can be ended, then repairs what the register lost.
   *
   * @param hasTime asked before each pair; false stops the reconciliation
   */
  public Reconciled run(ReconcileLimits limits, BooleanSupplier hasTime) {
    var now = clock.instant();
    var tally = new Tally();
    for (var entry : trail.incompleteEntries(limits.maxPairs())) {
      if (!isIdle(entry, now, limits.grace())) {
        tally.letAlone(entry);
      } else if (tally.isOutage() || !hasTime.getAsBoolean()) {
        tally.notReached(entry);
      } else {
        end(entry, tally);
      }
    }
    int repaired = tally.isOutage() ? 0 : repair.run(hasTime);
    return tally.reconciled(now, repaired);
  }

  private static boolean isIdle(AuditEntry entry, Instant now, Duration grace) {
    return !entry.attemptLeaseUntil().isAfter(now)
        && !entry.lastAttemptAt().plus(grace).isAfter(now);
  }

  private void end(AuditEntry entry, Tally tally) {
    try {
      tally.ended(protocol.finishOrAbandon(entry));
    } catch (RuntimeException e) {
      // One pair's trouble must not keep the others waiting; it is logged, counted and tried again.
      tally.stopped(entry, e);
    }
  }
}
