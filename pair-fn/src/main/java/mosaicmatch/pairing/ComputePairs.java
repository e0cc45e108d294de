package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.Seeker;
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
  private final VectorPages vectors;

  ComputePairs(CycleLock lock, CycleRecords records, PlanStore store, VectorPages vectors) {
    this.lock = lock;
    this.records = records;
    this.store = store;
    this.vectors = vectors;
  }

  ComputedPlan compute(Cycle cycle, Pool pool, PairingSettings settings) {
    var held = cycle.dryRun() ? cycle : lock.hold(cycle);
    var plan =
        records
            .find(cycle.id())
            .flatMap(CycleRecord::plan)
            .map(adopted -> adopted.plan().asAdopted())
            .orElseGet(() -> newPlan(held, pool, settings));
    return new ComputedPlan(held, plan);
  }

  private Plan newPlan(Cycle cycle, Pool pool, PairingSettings settings) {
    var strategy = Strategies.named(settings.strategy());
    var input = input(cycle, pool, settings);
    var pairing = strategy.pair(input, (share, matched) -> keepLock(cycle));
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

  /** Only usable vectors are kept: they alone decide, and they are all of one dimension. */
  private PairingInput input(Cycle cycle, Pool pool, PairingSettings settings) {
    var seekers = seekers(pool);
    var fetched = vectors.fetch(seekers, () -> keepLock(cycle));
    return new PairingInput(cycle.id(), seekers, fetched, settings, pool.clock(), Map.of())
        .withUsableVectorsOnly();
  }

  private List<Seeker> seekers(Pool pool) {
    try (var seekers = store.pool(pool.key())) {
      return seekers.toList();
    }
  }

  /** Only real progress comes by here, so only real progress keeps the lock. */
  private void keepLock(Cycle cycle) {
    if (!cycle.dryRun()) {
      lock.renew(cycle);
    }
  }
}
