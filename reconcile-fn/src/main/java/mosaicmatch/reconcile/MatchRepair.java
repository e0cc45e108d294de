package mosaicmatch.reconcile;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.Claim;
import mosaicmatch.claim.Claims;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.traits.MatchAnswer;
import mosaicmatch.traits.SeekerPool;
import mosaicmatch.traits.SeekerRegistry;
import mosaicmatch.traits.WaitingSeeker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the register back what it lost of pairs that consumed an opt-in, as when its table was
 * restored from an earlier time: whoever is matched seems to wait, in no pool since their opt-in is
 * consumed, and can't opt in anew since they wait. The match is repeated as it was made, by
 * compare-and-set, so a newer opt-in, an undone match or an erased person is never touched.
 *
 * <p>The pool is read only if the latest cycle counted somebody like that.
 */
public final class MatchRepair {

  private static final String CONSUMED = "left_out_consumed";
  private static final Logger LOG = LoggerFactory.getLogger(MatchRepair.class);

  private final CycleRecords records;
  private final SeekerPool pool;
  private final Claims claims;
  private final AuditTrail trail;
  private final SeekerRegistry registry;

  /** Over the stores that tell who was matched, and the register that may have lost it. */
  public MatchRepair(
      CycleRecords records,
      SeekerPool pool,
      Claims claims,
      AuditTrail trail,
      SeekerRegistry registry) {
    this.records = records;
    this.pool = pool;
    this.claims = claims;
    this.trail = trail;
    this.registry = registry;
  }

  /**
   * Repairs whom it can.
   *
   * @param hasTime asked before each seeker; false ends the repair
   * @return how many seekers are matched again
   */
  public int run(BooleanSupplier hasTime) {
    if (records.latest(false, 1).stream().noneMatch(MatchRepair::hasLost)) {
      return 0;
    }
    var optIns =
        pool.waiting(Integer.MAX_VALUE).stream()
            .map(WaitingSeeker::optIn)
            .collect(Collectors.toMap(OptIn::userId, Function.identity()));
    return (int)
        claims.find(optIns.keySet()).stream()
            .takeWhile(claim -> hasTime.getAsBoolean())
            .filter(claim -> isMatchedAgain(claim, optIns))
            .count();
  }

  private static boolean hasLost(CycleRecord cycle) {
    return cycle.counts().getOrDefault(CONSUMED, 0L) > 0;
  }

  private boolean isMatchedAgain(Claim claim, Map<SeekerId, OptIn> optIns) {
    return Optional.ofNullable(optIns.get(claim.userId()))
        .filter(optIn -> !claim.live() && !claim.leavesFree(optIn))
        .filter(
            optIn ->
                lastPair(claim)
                    .filter(entry -> hasConsumed(entry, optIn))
                    .filter(entry -> isMatchedAgain(entry, optIn))
                    .isPresent())
        .isPresent();
  }

  private static boolean hasConsumed(AuditEntry entry, OptIn optIn) {
    return entry.members().contains(optIn)
        && (entry.status() == PairStatus.COMPLETED
            || (entry.status() == PairStatus.FAILED && entry.isGone(optIn)));
  }

  private Optional<AuditEntry> lastPair(Claim claim) {
    return claim
        .cycleId()
        .flatMap(cycle -> claim.pairKey().flatMap(pair -> trail.find(cycle, pair)));
  }

  private boolean isMatchedAgain(AuditEntry entry, OptIn optIn) {
    var partner = entry.partnerOf(optIn).userId();
    var answer = registry.matched(optIn, partner, entry.cycleId(), entry.pairKey());
    if (answer instanceof MatchAnswer.Refused refusal) {
      LOG.warn(
          "{} waits by an opt-in that pair {} of cycle {} consumed, and can't be matched again: {}",
          optIn.userId(),
          entry.pairKey(),
          entry.cycleId(),
          refusal.reason());
      return false;
    }
    LOG.info(
        "{} is matched again by pair {} of cycle {}",
        optIn.userId(),
        entry.pairKey(),
        entry.cycleId());
    return true;
  }
}
