package mosaicmatch.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.cycle.CycleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of the pairs of one reconciliation. */
final class Tally {

  /** So many pairs stopped one after the other mean that a service is down. */
  private static final int OUTAGE = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

  private int completed;
  private int abandoned;
  private int failed;
  private int stopped;
  private int letAlone;
  private int stoppedInARow;
  private Optional<CycleId> oldest = Optional.empty();

  boolean isOutage() {
    return stoppedInARow >= OUTAGE;
  }

  void ended(AuditEntry entry) {
    stoppedInARow = 0;
    switch (entry.status()) {
      case COMPLETED, UNDONE -> completed++;
      case ABANDONED, SUPERSEDED -> abandoned++;
      case FAILED -> failed++;
      case PENDING, ABANDONING, FAILING -> notReached(entry);
    }
    LOG.info(
        "pair {} of cycle {} is {} by reconciliation",
        entry.pairKey(),
        entry.cycleId(),
        entry.status().wireName());
  }

  void stopped(AuditEntry entry, RuntimeException cause) {
    stoppedInARow++;
    notReached(entry);
    LOG.warn("pair {} of cycle {} is unfinished still", entry.pairKey(), entry.cycleId(), cause);
  }

  void notReached(AuditEntry entry) {
    stopped++;
    unfinished(entry);
  }

  void letAlone(AuditEntry entry) {
    letAlone++;
    unfinished(entry);
  }

  private void unfinished(AuditEntry entry) {
    oldest =
        oldest
            .filter(cycle -> cycle.compareTo(entry.cycleId()) <= 0)
            .or(() -> Optional.of(entry.cycleId()));
  }

  Reconciled reconciled(Instant now, int repaired) {
    long age = oldest.map(cycle -> Duration.between(cycle.time(), now).toSeconds()).orElse(0L);
    return new Reconciled(
        completed, abandoned, failed, stopped, letAlone, repaired, Math.max(0, age));
  }
}
