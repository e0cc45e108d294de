package mosaicmatch.pairing;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TiledCandidates;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.CycleRecords;

/**
 * Gives a cycle its plan: the one that it has, or a new one. Whoever comes second to set it throws
 * their own away and adopts the first.
 */
final class ComputePairs {

  private final CycleLock lock;
  private final CycleRecords records;
  private final PlanStore store;
  private final PoolReading reading;

  ComputePairs(CycleLock lock, CycleRecords records, PlanStore store, VectorPages vectors) {
    this.lock = lock;
    this.records = records;
    this.store = store;
    this.reading = new PoolReading(lock, store, vectors);
  }

  ComputedPlan compute(Cycle cycle, Pool pool, PairingSettings settings) {
    return compute(cycle, pool, settings, Optional.empty());
  }

  /** The same, with the candidates that were found in tiles, if the pool was cut into any. */
  ComputedPlan compute(Cycle cycle, Pool pool, PairingSettings settings, Optional<Tiling> tiles) {
    var held = cycle.dryRun() ? cycle : lock.hold(cycle);
    var plan =
        records
            .find(cycle.id())
            .flatMap(CycleRecord::plan)
            .map(adopted -> adopted.plan().asAdopted())
            .orElseGet(() -> newPlan(held, pool, settings, tiles));
    return new ComputedPlan(held, plan);
  }

  private Plan newPlan(Cycle cycle, Pool pool, PairingSettings settings, Optional<Tiling> tiles) {
    var strategy = Strategies.named(settings.strategy());
    var input =
        tiles
            .map(made -> reading.ofTiles(cycle, pool, settings, made))
            .orElseGet(() -> reading.fetch(cycle, pool, settings));
    var pairing =
        strategy.pair(input, sources(cycle, tiles), (share, matched) -> reading.keepLock(cycle));
    var draft =
        new PlanDraft(
            cycle.id(),
            pool.key(),
            pool.clock(),
            strategy.algorithm(),
            settings.asMap(),
            PlanFigures.counts(pool, pairing),
            PlanFigures.scores(pairing.pairs()),
            input.vectors(),
            pairing.pairs(),
            pairing.unmatched());
    var proposed = new AdoptedPlan(store.writePlan(draft), draft.algorithm(), draft.settings());
    return records.adoptPlan(cycle.id(), proposed).plan();
  }

  private CandidateSources sources(Cycle cycle, Optional<Tiling> tiles) {
    var here = CandidateSources.exact();
    return tiles
        .map(
            made ->
                TiledCandidates.of(new TileFiles(store), made, here, () -> reading.keepLock(cycle)))
        .orElse(here);
  }
}
