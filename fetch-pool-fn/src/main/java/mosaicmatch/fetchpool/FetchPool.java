package mosaicmatch.fetchpool;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.claim.Claim;
import mosaicmatch.claim.Claims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.PlanningLock;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.LeftOutSeeker.Reason;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.pool.WaitBoostCalculator;
import mosaicmatch.traits.SeekerPool;
import mosaicmatch.traits.WaitingSeeker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pool of a cycle: all who wait, without those who are in a live pair or whose opt-in has
 * led to a match already, cut to those who have waited longest.
 */
public final class FetchPool {

  private static final Logger LOG = LoggerFactory.getLogger(FetchPool.class);

  private final PlanningLock lock;
  private final SeekerPool seekers;
  private final Claims claims;
  private final PlanStore store;
  private final PoolLimits limits;
  private final InstantSource clock;

  /** Over the lock, those who wait, what is claimed of them, and where pools are kept. */
  public FetchPool(
      CycleLock lock,
      SeekerPool seekers,
      Claims claims,
      PlanStore store,
      PoolLimits limits,
      InstantSource clock) {
    this.lock = new PlanningLock(lock);
    this.seekers = seekers;
    this.claims = claims;
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Fetches the pool.
   *
   * @throws mosaicmatch.lock.LockHeldException if another execution holds the lock
   * @throws mosaicmatch.lock.CycleOvertakenException if a later cycle has been opened
   */
  public FetchedPool fetch(Cycle cycle) {
    var held = lock.hold(cycle);
    var waiting = seekers.waiting(Integer.MAX_VALUE);
    // Read after the list: whoever opted in while its pages came is not from the future.
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var sorted = Sorting.of(waiting, claims(waiting), limits.maxSeekers());
    var key = store.writePool(cycle.id(), boosted(sorted.kept(), now), sorted.leftOut());
    if (sorted.count(Reason.OVER_LIMIT) > 0) {
      LOG.warn(
          "{} seekers found no room among {}, those who waited longest; they wait on."
              + " Raise MOSAIC_MAX_SEEKERS if the pairing has time and memory for more",
          sorted.count(Reason.OVER_LIMIT),
          limits.maxSeekers());
    }
    var counts =
        new Pool.LeftOut(
            sorted.count(Reason.LIVE_CLAIM),
            sorted.count(Reason.CONSUMED),
            sorted.count(Reason.OVER_LIMIT));
    int seekersKept = sorted.kept().size();
    boolean enough = seekersKept >= limits.minSeekers();
    return new FetchedPool(held, new Pool(key, seekersKept, counts, now, enough));
  }

  private Map<SeekerId, Claim> claims(List<WaitingSeeker> waiting) {
    return claims.find(waiting.stream().map(WaitingSeeker::userId).toList()).stream()
        .collect(Collectors.toMap(Claim::userId, Function.identity()));
  }

  /** An opt-in from the future can't be paired, so it raises nobody's boost, and has none. */
  private static List<Seeker> boosted(List<Seeker> byPriority, Instant now) {
    int present =
        (int) byPriority.stream().filter(seeker -> !seeker.optIn().isInTheFutureOf(now)).count();
    return Stream.concat(
            WaitBoostCalculator.boost(byPriority.subList(0, present)).stream(),
            byPriority.subList(present, byPriority.size()).stream())
        .toList();
  }
}
