package mosaicmatch.claim;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/**
 * The claims on seekers. Every method that changes something is one transaction over the pair's
 * audit entry and both members' claims, and answers with the audit entry as it is stored
 * afterwards, whether this call moved it or found that another had. All methods throw {@code
 * StoreUnavailableException} when the store can't be reached, is throttled, or two transactions
 * collide.
 */
public interface Claims {

  /**
   * Claims both members for a pair and begins an attempt. The pair's entry must be absent or
   * pending; each member's opt-in must be newer than the last one consumed; and each must have no
   * live claim, or one of this very pair in this very cycle. If a member is already spoken for, the
   * entry becomes superseded.
   *
   * @param attemptLease how long other attempts leave this one alone
   * @return the entry: pending if claimed, else as it was found
   * @throws AttemptInProgressException if another attempt's lease has not run out
   */
  AuditEntry claim(PlannedPair pair, Duration attemptLease);

  /** Completes a pair that is pending, matched and has its room; consumes both opt-ins. */
  AuditEntry complete(AuditEntry entry);

  /** Ends an abandonment, if the entry is abandoning: both members are free again. */
  AuditEntry abandon(AuditEntry entry);

  /**
   * Ends a pair that can never succeed, if its entry is failing: consumes the opt-ins of those who
   * are gone, as the entry says, and frees the others.
   */
  AuditEntry fail(AuditEntry entry);

  /**
   * Deletes what is claimed of an erased person. Their opt-ins stay refused: by the register, which
   * keeps the time of the last one.
   *
   * @return false if nothing was claimed of them
   * @throws StillClaimedException if an unfinished pair holds them
   */
  boolean forget(SeekerId erased);

  /**
   * Takes the name of a pair with an erased person out of the other one's claim, if it is that
   * pair's and no longer live; what is consumed stays.
   *
   * @return whether it was there
   */
  boolean forgetPair(SeekerId partner, CycleId cycle, PairKey pair);

  /** The claims of some seekers; those who were never claimed are left out. */
  List<Claim> find(Collection<SeekerId> seekers);
}
