package mosaicmatch.pairing;

import java.util.List;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.Seeker;

/** Reads what a plan rests on, and keeps the lock while it does. */
final class PoolReading {

  private final CycleLock lock;
  private final PlanStore store;
  private final VectorPages vectors;

  PoolReading(CycleLock lock, PlanStore store, VectorPages vectors) {
    this.lock = lock;
    this.store = store;
    this.vectors = vectors;
  }

  /** With vectors as they are now. Only usable ones are kept: they are all of one dimension. */
  PairingInput fetch(Cycle cycle, Pool pool, PairingSettings settings) {
    var seekers = seekers(pool);
    var fetched = vectors.fetch(seekers, () -> keepLock(cycle));
    return new PairingInput(cycle.id(), seekers, fetched, settings).withUsableVectorsOnly();
  }

  /** With the vectors that tiles were made of, which are the usable ones. */
  PairingInput ofTiles(Cycle cycle, Pool pool, PairingSettings settings, Tiling tiles) {
    tiles.requireWeight(settings.waitBoostWeight());
    var kept = new TileFiles(store).vectors(tiles, () -> keepLock(cycle));
    return new PairingInput(cycle.id(), seekers(pool), kept, settings);
  }

  private List<Seeker> seekers(Pool pool) {
    try (var seekers = store.pool(pool.key())) {
      return seekers.toList();
    }
  }

  /** Only real progress comes by here, so only real progress keeps the lock. */
  void keepLock(Cycle cycle) {
    if (!cycle.dryRun()) {
      lock.renew(cycle);
    }
  }
}
