package mosaicmatch.fetchpool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.claim.Claim;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.LeftOutSeeker.Reason;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.WaitingSeeker;

/**
 * All who wait, sorted into those who are in the pool and those who are not.
 *
 * @param kept the pool by priority, without boosts
 * @param leftOut everybody else
 */
record Sorting(List<Seeker> kept, List<LeftOutSeeker> leftOut) {

  /** The limit comes last: whoever is left out for a claim takes nobody's place. */
  static Sorting of(List<WaitingSeeker> waiting, Map<SeekerId, Claim> claims, int maxSeekers) {
    var free = new ArrayList<Seeker>();
    var leftOut = new ArrayList<LeftOutSeeker>();
    for (var seeker : waiting) {
      notFree(seeker, Optional.ofNullable(claims.get(seeker.userId())))
          .ifPresentOrElse(
              reason -> leftOut.add(new LeftOutSeeker(seeker.userId(), seeker.optedInAt(), reason)),
              () -> free.add(withoutBoost(seeker)));
    }
    free.sort(Seeker.BY_PRIORITY);
    int room = Math.min(maxSeekers, free.size());
    for (var seeker : free.subList(room, free.size())) {
      leftOut.add(new LeftOutSeeker(seeker.userId(), seeker.optedInAt(), Reason.OVER_LIMIT));
    }
    return new Sorting(free.subList(0, room), leftOut);
  }

  int count(Reason reason) {
    return (int) leftOut.stream().filter(left -> left.reason() == reason).count();
  }

  private static Optional<Reason> notFree(WaitingSeeker seeker, Optional<Claim> claim) {
    return claim
        .filter(found -> !found.leavesFree(seeker.optIn()))
        .map(found -> found.live() ? Reason.LIVE_CLAIM : Reason.CONSUMED);
  }

  private static Seeker withoutBoost(WaitingSeeker seeker) {
    return new Seeker(
        seeker.userId(), seeker.optedInAt(), seeker.missedCycles(), 0, seeker.excluded());
  }
}
