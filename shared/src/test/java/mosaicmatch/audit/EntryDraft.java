package mosaicmatch.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/** An audit entry under change. */
public final class EntryDraft {

  private final AuditEntry from;
  private PairStatus status;
  private boolean metadataUpdated;
  private Optional<String> channelId;
  private boolean user1Notified;
  private boolean user2Notified;
  private boolean user1Gone;
  private boolean user2Gone;
  private int attempt;
  private Instant attemptLeaseUntil;
  private Instant lastAttemptAt;
  private Optional<String> lastError;

  private EntryDraft(AuditEntry from) {
    this.from = from;
    this.status = from.status();
    this.metadataUpdated = from.metadataUpdated();
    this.channelId = from.channelId();
    this.user1Notified = from.user1Notified();
    this.user2Notified = from.user2Notified();
    this.user1Gone = from.user1Gone();
    this.user2Gone = from.user2Gone();
    this.attempt = from.attempt();
    this.attemptLeaseUntil = from.attemptLeaseUntil();
    this.lastAttemptAt = from.lastAttemptAt();
    this.lastError = from.lastError();
  }

  public static EntryDraft of(AuditEntry entry) {
    return new EntryDraft(entry);
  }

  /** A pending entry before its first attempt. */
  public static EntryDraft fresh(PlannedPair pair) {
    return new EntryDraft(
        new AuditEntry(
            pair.cycleId(),
            pair.pairKey(),
            pair.user1(),
            pair.user2(),
            pair.score(),
            PairStatus.PENDING,
            false,
            Optional.empty(),
            false,
            false,
            false,
            false,
            0,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty()));
  }

  public EntryDraft status(PairStatus newStatus) {
    status = newStatus;
    if (newStatus.isTerminal()) {
      attemptLeaseUntil = Instant.EPOCH;
    }
    return this;
  }

  public EntryDraft matched() {
    metadataUpdated = true;
    return this;
  }

  public EntryDraft room(MatchRoom room) {
    channelId = Optional.of(room.channelId());
    user1Notified = room.notified1();
    user2Notified = room.notified2();
    return this;
  }

  public EntryDraft gone(Set<SeekerId> gone) {
    user1Gone = gone.contains(from.user1().userId());
    user2Gone = gone.contains(from.user2().userId());
    return this;
  }

  public EntryDraft nextAttempt(Instant now, Duration lease) {
    attempt++;
    attemptLeaseUntil = now.plus(lease);
    return this;
  }

  public EntryDraft noLease() {
    attemptLeaseUntil = Instant.EPOCH;
    return this;
  }

  public EntryDraft error(String error) {
    lastError = Optional.of(error);
    return this;
  }

  public AuditEntry at(Instant now) {
    lastAttemptAt = now;
    return new AuditEntry(
        from.cycleId(),
        from.pairKey(),
        from.user1(),
        from.user2(),
        from.score(),
        status,
        metadataUpdated,
        channelId,
        user1Notified,
        user2Notified,
        user1Gone,
        user2Gone,
        attempt,
        attemptLeaseUntil,
        lastAttemptAt,
        lastError);
  }
}
