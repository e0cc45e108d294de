package mosaicmatch.pair;

import java.time.Duration;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.Claims;
import mosaicmatch.nakama.MatchClosedException;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.nakama.UnknownNakamaUserException;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.traits.MatchAnswer;
import mosaicmatch.traits.SeekerRegistry;

/**
 * Takes one pair to its end. The audit entry is the truth: each step looks at the entry as it is
 * stored, does the one thing that its state calls for, and records it by a conditional transition
 * that answers with what is stored then. So an attempt that resumes after a crash, and attempts
 * that overlap, walk the same path, and none needs to know of the other.
 *
 * <p>Until both members are recorded as matched, a pair may be given up as a whole; from then on it
 * is finished forward, or, if it can never have its room, closed. No room is opened before that
 * record, and none is closed before it is recorded that the pair is failing: an attempt that has
 * opened it meanwhile can't complete the pair any more (see docs/adr/030-failing-is-recorded.md).
 */
public final class PairProtocol {

  /** The longest path has five steps; overlapping attempts can only shorten it. */
  private static final int MAX_STEPS = 10;

  private final AuditTrail trail;
  private final Claims claims;
  private final SeekerRegistry registry;
  private final MatchRooms rooms;

  /** Over the stores and services that the steps change. */
  public PairProtocol(AuditTrail trail, Claims claims, SeekerRegistry registry, MatchRooms rooms) {
    this.trail = trail;
    this.claims = claims;
    this.registry = registry;
    this.rooms = rooms;
  }

  /**
   * Claims a planned pair and takes it to its end, or as far as another attempt has left to do.
   * Whatever stops the attempt is recorded, so that the next one may begin at once, and thrown on.
   *
   * @param attemptLease how long other attempts leave this one alone
   * @return the entry, terminal
   * @throws mosaicmatch.claim.AttemptInProgressException if another attempt's lease has not run out
   * @throws PairStuckException if a port answers with an entry that its contract rules out
   */
  public AuditEntry process(PlannedPair pair, Duration attemptLease) {
    var entry = claims.claim(pair, attemptLease);
    if (entry.status() == PairStatus.SUPERSEDED) {
      countMissed(entry);
    }
    return finish(entry);
  }

  /**
   * Ends a pair that its own cycle left unfinished: forward if both members are recorded as
   * matched, else by giving it up. Whoever calls leaves alone entries whose attempt lease has not
   * run out.
   *
   * @return the entry, terminal
   * @throws PairStuckException if a port answers with an entry that its contract rules out
   */
  public AuditEntry finishOrAbandon(AuditEntry entry) {
    boolean isUndecided = entry.status() == PairStatus.PENDING && !entry.metadataUpdated();
    return finish(
        isUndecided ? trail.beginAbandoning(entry, "left unfinished by its cycle") : entry);
  }

  private AuditEntry finish(AuditEntry found) {
    var entry = found;
    try {
      for (int step = 0; !entry.status().isTerminal(); step++) {
        if (step == MAX_STEPS) {
          throw new PairStuckException(entry);
        }
        entry = next(entry);
      }
      return entry;
    } catch (RuntimeException e) {
      recordFailedAttempt(found, e);
      throw e;
    }
  }

  private AuditEntry next(AuditEntry entry) {
    if (entry.status() == PairStatus.ABANDONING) {
      return abandon(entry);
    }
    if (entry.status() == PairStatus.FAILING) {
      return fail(entry);
    }
    if (!entry.metadataUpdated()) {
      return matchBoth(entry);
    }
    return entry.roomOpened() ? claims.complete(entry) : openRoom(entry);
  }

  private AuditEntry matchBoth(AuditEntry entry) {
    for (var member : entry.members()) {
      if (match(entry, member) instanceof MatchAnswer.Refused refusal) {
        return trail.beginAbandoning(entry, "match refused: " + refusal.reason());
      }
    }
    return trail.recordMatched(entry);
  }

  private MatchAnswer match(AuditEntry entry, OptIn member) {
    var partner = entry.partnerOf(member);
    return registry.matched(member, partner.userId(), entry.cycleId(), entry.pairKey());
  }

  private AuditEntry abandon(AuditEntry entry) {
    voidMatches(entry);
    countMissed(entry);
    return claims.abandon(entry);
  }

  /** Also refuses the pair for ever, to a match by another attempt that is still on its way. */
  private void voidMatches(AuditEntry entry) {
    for (var member : entry.members()) {
      if (!entry.isGone(member)) {
        registry.voidMatch(member, entry.cycleId(), entry.pairKey());
      }
    }
  }

  /**
   * The cycle left both members unmatched, unless they have found somebody else by now. Counted
   * before the pair ends, since nobody comes back to one that has ended.
   */
  private void countMissed(AuditEntry entry) {
    registry.missed(entry.cycleId(), entry.members());
  }

  private AuditEntry openRoom(AuditEntry entry) {
    try {
      var user1 = entry.user1().userId();
      var user2 = entry.user2().userId();
      var room = rooms.open(entry.cycleId(), entry.pairKey(), user1, user2, entry.score());
      return trail.recordRoom(entry, room);
    } catch (UnknownNakamaUserException | MatchClosedException e) {
      return beginFailing(entry, "no room: " + e.getMessage());
    }
  }

  /**
   * Nakama is asked who is gone, since an opening names one at most, and none of a closed match.
   */
  private AuditEntry beginFailing(AuditEntry entry, String reason) {
    var gone = rooms.gone(entry.members().stream().map(OptIn::userId).toList());
    return trail.beginFailing(entry, gone, reason);
  }

  /**
   * Ends a pair that can never have its room. The match is closed first, against an opening that is
   * still on its way; only then is the partner free. Whoever is gone stays matched in the register:
   * that opt-in is consumed, and should they come back, they opt in anew.
   */
  private AuditEntry fail(AuditEntry entry) {
    rooms.close(entry.cycleId(), entry.pairKey(), entry.lastError().orElse("no room"));
    voidMatches(entry);
    countMissed(entry);
    return claims.fail(entry);
  }

  private void recordFailedAttempt(AuditEntry entry, RuntimeException cause) {
    try {
      trail.recordFailedAttempt(
          entry, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
