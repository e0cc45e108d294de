package mosaicmatch.traits;

import java.time.Instant;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/**
 * How somebody stands in the register.
 *
 * @param userId who
 * @param status {@code none}, {@code waiting}, {@code matched}, {@code opted_out} or {@code erased}
 * @param optedInAt their newest opt-in, if there was one
 * @param missedCycles how many cycles left that opt-in unmatched
 * @param leaving true if they opted out after they were matched
 * @param match the match that the opt-in led to, if it did
 */
public record Standing(
    SeekerId userId,
    String status,
    Optional<Instant> optedInAt,
    int missedCycles,
    boolean leaving,
    Optional<StandingMatch> match) {

  /**
   * A match as the register knows it.
   *
   * @param cycleId whose plan it was
   * @param pairKey the pair
   * @param partnerId the other one
   * @param matchedAt when it was decided
   */
  public record StandingMatch(
      CycleId cycleId, PairKey pairKey, SeekerId partnerId, Instant matchedAt) {}

  /** True if they waited, and nothing else, when asked. */
  public boolean isWaiting() {
    return status.equals("waiting");
  }

  /** True if the register has nothing of them but, maybe, the time of an opt-in. */
  public boolean isUnknown() {
    return status.equals("none") || status.equals("erased");
  }

  /** True if their opt-in has led to this match. */
  public boolean isMatchedBy(CycleId cycle, PairKey pair) {
    return match
        .filter(found -> found.cycleId().equals(cycle) && found.pairKey().equals(pair))
        .isPresent();
  }
}
