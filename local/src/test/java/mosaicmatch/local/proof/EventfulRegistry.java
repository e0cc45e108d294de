package mosaicmatch.local.proof;

import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.MatchAnswer;
import mosaicmatch.traits.SeekerRegistry;

/** A register in which people do something right after others were matched. */
record EventfulRegistry(SeekerRegistry real, List<CycleWorld.Meanwhile> events)
    implements SeekerRegistry {

  @Override
  public MatchAnswer matched(OptIn seeker, SeekerId partner, CycleId cycle, PairKey pair) {
    var answer = real.matched(seeker, partner, cycle, pair);
    events.forEach(event -> event.afterMatching(seeker));
    return answer;
  }

  @Override
  public void voidMatch(OptIn seeker, CycleId cycle, PairKey pair) {
    real.voidMatch(seeker, cycle, pair);
  }

  @Override
  public int missed(CycleId cycle, List<OptIn> seekers) {
    return real.missed(cycle, seekers);
  }
}
