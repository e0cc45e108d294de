package mosaicmatch.local.operate;

import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/**
 * What an erasure did.
 *
 * @param userId the person
 * @param wasRegistered true if the trait service knew them; it knows the time of their last opt-in
 *     now, and nothing else
 * @param hadClaim true if something was claimed of them
 * @param cyclesLookedThrough how many cycles and dry runs are kept
 * @param changedCycles those that named them; their records note an erasure, not of whom
 * @param auditEntries how many pairs were deleted from the audit trail
 * @param files how many files in the bucket were rewritten
 * @param unreadableFiles files that can't be read, and may name them still
 */
public record ErasedPerson(
    SeekerId userId,
    boolean wasRegistered,
    boolean hadClaim,
    int cyclesLookedThrough,
    List<CycleId> changedCycles,
    int auditEntries,
    int files,
    List<String> unreadableFiles) {

  /** Keeps copies. */
  public ErasedPerson {
    changedCycles = List.copyOf(changedCycles);
    unreadableFiles = List.copyOf(unreadableFiles);
  }

  /** Where ids stay for a time, out of reach of any command. */
  public static final List<String> EXPIRING =
      List.of(
          "logs, until their retention ends (ids only)",
          "histories of executions, for 90 days (ids and opt-in times)",
          "stored answers of repeated calls, for an hour (pair keys)",
          "backups of the tables, until point-in-time recovery forgets them (35 days)",
          "Nakama: accounts, chats and notifications are deleted there");
}
