package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.pool.Pool;
import mosaicmatch.pool.Seeker;

/** Reads what a plan rests on; tells a heartbeat of each part that has come. */
final class PoolReading {

  private final PlanStore store;
  private final VectorPages vectors;

  PoolReading(PlanStore store, VectorPages vectors) {
    this.store = store;
    this.vectors = vectors;
  }

  /** With vectors as they are now. Only usable ones are kept: they are all of one dimension. */
  PairingInput fetch(Cycle cycle, Pool pool, PairingSettings settings, Runnable heartbeat) {
    var seekers = seekers(pool);
    var fetched = vectors.fetch(seekers, heartbeat);
    return new PairingInput(cycle.id(), seekers, fetched, settings, pool.clock(), Map.of())
        .withUsableVectorsOnly();
  }

  /** With the vectors that tiles were made of, which are the usable ones. */
  PairingInput ofTiles(
      Cycle cycle, Pool pool, PairingSettings settings, Tiling tiles, Runnable heartbeat) {
    tiles.requireWeight(settings.waitBoostWeight());
    var files = new TileFiles(store);
    return new PairingInput(
        cycle.id(),
        seekers(pool),
        files.vectors(tiles, heartbeat),
        settings,
        pool.clock(),
        files.unusable(tiles));
  }

  private List<Seeker> seekers(Pool pool) {
    try (var seekers = store.pool(pool.key())) {
      return seekers.toList();
    }
  }
}
