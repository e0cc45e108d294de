package mosaicmatch.pairing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.PlanningLock;
import mosaicmatch.pairing.PairingWatch.TimeLeft;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TiledCandidates;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.traits.SeekerVectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a cycle its plan: the one that it has, or a new one. Whoever comes second to set it throws
 * their own away and adopts the first.
 */
public final class ComputePairs {

  private static final Logger LOG = LoggerFactory.getLogger(ComputePairs.class);

  private final PlanningLock lock;
  private final CycleRecords records;
  private final PlanStore store;
  private final PoolReading reading;
  private final Candidates candidates;
  private final InstantSource clock;

  /** Computes all scores here, from vectors that are fetched in pages. */
  public ComputePairs(
      CycleLock lock,
      CycleRecords records,
      PlanStore store,
      SeekerVectors vectors,
      InstantSource clock) {
    this(lock, records, store, new VectorPages(vectors), Candidates.exact(), clock);
  }

  ComputePairs(
      CycleLock lock,
      CycleRecords records,
      PlanStore store,
      VectorPages vectors,
      Candidates candidates,
      InstantSource clock) {
    this.lock = new PlanningLock(lock);
    this.records = records;
    this.store = store;
    this.reading = new PoolReading(store, vectors);
    this.candidates = candidates;
    this.clock = clock;
  }

  /**
   * The cycle's plan, for which there is so much time.
   *
   * @throws PoolUnusableException if more than half of the pool can't take part
   * @throws PairingOutOfTimeException if that time is too short
   */
  public ComputedPlan compute(Cycle cycle, Pool pool, PairingSettings settings, Duration time) {
    return compute(cycle, pool, settings, () -> time);
  }

  /**
   * The cycle's plan.
   *
   * @throws PoolUnusableException if more than half of the pool can't take part
   * @throws PairingOutOfTimeException if the call's time is nearly used up
   */
  ComputedPlan compute(Cycle cycle, Pool pool, PairingSettings settings, TimeLeft timeLeft) {
    return compute(cycle, pool, settings, Optional.empty(), timeLeft);
  }

  /** The same, with the candidates that were found in tiles, if the pool was cut into any. */
  ComputedPlan compute(
      Cycle cycle, Pool pool, PairingSettings settings, Optional<Tiling> tiles, TimeLeft timeLeft) {
    var held = lock.hold(cycle);
    var watch = new PairingWatch(clock, timeLeft, () -> lock.renew(held), ComputePairs::tell);
    var plan =
        records
            .find(cycle.id())
            .flatMap(CycleRecord::plan)
            .map(adopted -> adopted.plan().asAdopted())
            .orElseGet(() -> newPlan(held, pool, settings, tiles, watch));
    return new ComputedPlan(held, plan);
  }

  private Plan newPlan(
      Cycle cycle,
      Pool pool,
      PairingSettings settings,
      Optional<Tiling> tiles,
      PairingWatch watch) {
    var strategy = Strategies.named(settings.strategy());
    var input = input(cycle, pool, settings, tiles, watch);
    var proposed = tiles.map(made -> inTiles(made, watch)).orElse(candidates);
    var pairing = strategy.pair(input, proposed.sources(), watch);
    warnOf(pairing);
    var draft =
        new PlanDraft(
            cycle.id(),
            pool.key(),
            pool.clock(),
            proposed.label(strategy.algorithm()),
            proposed.with(settings.asMap()),
            PlanFigures.counts(pool, pairing),
            PlanFigures.scores(pairing.pairs()),
            input.vectors(),
            pairing.pairs(),
            pairing.unmatched());
    var written = new AdoptedPlan(store.writePlan(draft), draft.algorithm(), draft.settings());
    return records.adoptPlan(cycle.id(), written).plan();
  }

  private PairingInput input(
      Cycle cycle,
      Pool pool,
      PairingSettings settings,
      Optional<Tiling> tiles,
      PairingWatch watch) {
    var input =
        tiles
            .map(made -> reading.ofTiles(cycle, pool, settings, made, watch::beat))
            .orElseGet(() -> reading.fetch(cycle, pool, settings, watch::beat));
    watch.keepTimeToWrite(bytes(input.vectors()));
    return input;
  }

  /** What tiles have found is exact; who is searched anew is so few that sketches would not pay. */
  private Candidates inTiles(Tiling tiles, PairingWatch watch) {
    return new Candidates(
        TiledCandidates.of(new TileFiles(store), tiles, CandidateSources.dense(), watch::beat), 0);
  }

  private static long bytes(Map<SeekerId, float[]> vectors) {
    return vectors.values().stream().mapToLong(vector -> (long) Float.BYTES * vector.length).sum();
  }

  private static void tell(double share, int matched) {
    LOG.info("pairing is {} % done, {} seekers are matched", (int) (100 * share), matched);
  }

  private static void warnOf(Pairing pairing) {
    var left = PlanFigures.unusableByReason(pairing.unmatched());
    if (!left.isEmpty()) {
      LOG.warn("seekers who could not take part, by reason: {}; they wait on", left);
    }
  }
}
