package mosaicmatch.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;

/**
 * How far one pair of one cycle has come, as the audit table holds it.
 *
 * @param cycleId the cycle
 * @param pairKey the pair
 * @param user1 the opt-in of the member whose id is lower
 * @param user2 the opt-in of the other member
 * @param score the planned score
 * @param status how far the pair has come
 * @param metadataUpdated true once both members are recorded as matched: from here the pair is
 *     finished forward, never abandoned
 * @param channelId the match room's chat channel, once the room is there
 * @param user1Notified true once {@code user1} has their notification
 * @param user2Notified true once {@code user2} has theirs
 * @param user1Gone true if {@code user1} had no account when the pair began to fail
 * @param user2Gone the same of {@code user2}
 * @param attempt how many attempts have begun, from 1
 * @param attemptLeaseUntil until when the attempt under way is let alone; the epoch when none is
 * @param lastAttemptAt when an attempt last wrote here
 * @param lastError what stopped the last attempt that failed, or why the pair ended as it did
 */
public record AuditEntry(
    CycleId cycleId,
    PairKey pairKey,
    OptIn user1,
    OptIn user2,
    double score,
    PairStatus status,
    boolean metadataUpdated,
    Optional<String> channelId,
    boolean user1Notified,
    boolean user2Notified,
    boolean user1Gone,
    boolean user2Gone,
    int attempt,
    Instant attemptLeaseUntil,
    Instant lastAttemptAt,
    Optional<String> lastError) {

  /** Both opt-ins, the lower id first. */
  public List<OptIn> members() {
    return List.of(user1, user2);
  }

  /** The opt-in of the member who is not this one. */
  public OptIn partnerOf(OptIn member) {
    return member.equals(user1) ? user2 : user1;
  }

  /** True if the pair is failing or failed because this member has no account any more. */
  public boolean isGone(OptIn member) {
    return member.equals(user1) ? user1Gone : user2Gone;
  }

  /** True once the room is there and both members are notified. */
  public boolean roomOpened() {
    return channelId.isPresent() && user1Notified && user2Notified;
  }
}
