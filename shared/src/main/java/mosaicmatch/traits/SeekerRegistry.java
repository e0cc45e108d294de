package mosaicmatch.traits;

import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * The register of seekers, where it is decided at one point whether somebody may be matched. All
 * methods are safe to repeat and throw {@link TraitServiceUnavailableException} when the service
 * can't be reached or is overloaded.
 */
public interface SeekerRegistry {

  /**
   * Marks a seeker as matched, by compare-and-set: they wait with this very opt-in, may meet the
   * partner, and the pair was not voided for them; or this pair has already matched them.
   */
  MatchAnswer matched(OptIn seeker, SeekerId partner, CycleId cycle, PairKey pair);

  /**
   * Takes back a match by this pair, restoring the opt-in with its priority, and refuses the pair
   * for ever, also to a call that is still on its way.
   */
  void voidMatch(OptIn seeker, CycleId cycle, PairKey pair);

  /**
   * Counts a missed cycle for each opt-in that still waits and was not yet counted in this cycle.
   *
   * @param seekers 1 to 100 opt-ins
   * @return how many were counted now
   */
  int missed(CycleId cycle, List<OptIn> seekers);
}
