package mosaicmatch.fetchpool;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.claim.Claim;
import mosaicmatch.claim.Claims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.Pool.LeftOut;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.pool.WaitBoostCalculator;
import mosaicmatch.traits.SeekerPool;
import mosaicmatch.traits.WaitingSeeker;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool of a cycle: all who wait, without those who are in a live pair or whose opt-in has
 * led to a match already, cut to those who have waited longest.
 */
final class FetchPool {

  private final CycleLock lock;
  private final SeekerPool seekers;
  private final Claims claims;
  private final PlanStore store;
  private final PoolLimits limits;
  private final InstantSource clock;

  FetchPool(
      CycleLock lock,
      SeekerPool seekers,
      Claims claims,
      PlanStore store,
      PoolLimits limits,
      InstantSource clock) {
    this.lock = lock;
    this.seekers = seekers;
    this.claims = claims;
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  FetchedPool fetch(Cycle cycle) {
    var held = cycle.dryRun() ? cycle : lock.hold(cycle);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // The limit comes last: whoever is left out for a claim takes nobody's place.
    var waiting = seekers.waiting(Integer.MAX_VALUE);
    var claimed = claimed(waiting);
    var free = waiting.stream().filter(seeker -> isFree(seeker, claimed)).toList();
    var kept =
        free.stream()
            .map(FetchPool::withoutBoost)
            .sorted(Seeker.BY_PRIORITY)
            .limit(limits.maxSeekers())
            .toList();
    var key = store.writePool(cycle.id(), WaitBoostCalculator.boost(kept));
    var leftOut = leftOut(waiting, claimed, free.size() - kept.size());
    boolean enough = kept.size() >= limits.minSeekers();
    return new FetchedPool(held, new Pool(key, kept.size(), leftOut, now, enough));
  }

  private Map<SeekerId, Claim> claimed(List<WaitingSeeker> waiting) {
    return claims.find(waiting.stream().map(WaitingSeeker::userId).toList()).stream()
        .collect(Collectors.toMap(Claim::userId, Function.identity()));
  }

  private static boolean isFree(WaitingSeeker seeker, Map<SeekerId, Claim> claimed) {
    var claim = claimed.get(seeker.userId());
    return claim == null || claim.leavesFree(seeker.optIn());
  }

  private static Seeker withoutBoost(WaitingSeeker seeker) {
    return new Seeker(
        seeker.userId(), seeker.optedInAt(), seeker.missedCycles(), 0, seeker.excluded());
  }

  private static LeftOut leftOut(
      List<WaitingSeeker> waiting, Map<SeekerId, Claim> claimed, int overLimit) {
    var notFree = waiting.stream().filter(seeker -> !isFree(seeker, claimed)).toList();
    int live =
        (int) notFree.stream().filter(seeker -> isLive(claimed.get(seeker.userId()))).count();
    return new LeftOut(live, notFree.size() - live, overLimit);
  }

  private static boolean isLive(@Nullable Claim claim) {
    return claim != null && claim.live();
  }
}
