package mosaicmatch.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/**
 * The audit trail of all cycles. Each transition is conditional and answers with the entry as it is
 * stored afterwards, whether this call moved it or found that another had: whoever calls goes on
 * from the stored truth. All methods throw {@code StoreUnavailableException} when the store can't
 * be reached or is throttled, and transitions throw {@link UnknownEntryException} when there is no
 * entry; those that span the claims are in {@code Claims}.
 */
public interface AuditTrail {

  /** The entry of a pair, by a consistent read. */
  Optional<AuditEntry> find(CycleId cycle, PairKey pair);

  /** Records that both members are matched, if the entry is pending. */
  AuditEntry recordMatched(AuditEntry entry);

  /** Records the match room and both notifications, if the entry is pending and matched. */
  AuditEntry recordRoom(AuditEntry entry, MatchRoom room);

  /** Begins to give the pair up, if it is pending and not yet recorded as matched. */
  AuditEntry beginAbandoning(AuditEntry entry, String reason);

  /**
   * Begins to end a pair that can never have its room, if it is pending, recorded as matched, and
   * no room is recorded.
   *
   * @param gone the members who have no account any more; every attempt goes by this record
   */
  AuditEntry beginFailing(AuditEntry entry, Set<SeekerId> gone, String reason);

  /**
   * Records what stopped an attempt and ends its lease, so that the next one may begin at once;
   * does nothing when another attempt has begun since, or when the pair is no longer pending: one
   * that is being given up keeps the reason why.
   */
  AuditEntry recordFailedAttempt(AuditEntry entry, String error);

  /**
   * Records that an operator has taken a completed pair back; the last step of doing so, when its
   * room is closed and its opt-ins are back.
   */
  AuditEntry recordUndone(AuditEntry entry);

  /**
   * Keeps a pair that was never begun from being begun: gives it an entry that is undone already.
   *
   * @return the entry as it is stored, this one or what was there
   */
  AuditEntry forestall(PlannedPair pair);

  /**
   * Deletes the entry of a pair that has ended, as the erasure of a member demands.
   *
   * @return false if there is none, or the pair is unfinished
   */
  boolean forget(CycleId cycle, PairKey pair);

  /** All entries of a cycle, by a consistent read, in the order of their pair keys. */
  List<AuditEntry> entriesOf(CycleId cycle);

  /** A seeker's entries of a cycle, by a consistent read. */
  List<AuditEntry> entriesOf(CycleId cycle, SeekerId member);

  /** Unfinished entries of all cycles, oldest cycle first, by an index that may lag a little. */
  List<AuditEntry> incompleteEntries(int limit);
}
