package mosaicmatch.pairing;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TilingSettings;
import mosaicmatch.pool.Pool;

/** Cuts the pool of a cycle into tiles, each of them work for one function. */
final class PrepareTiles {

  private final CycleLock lock;
  private final PoolReading reading;
  private final TileFiles files;
  private final TilingSettings tiling;

  PrepareTiles(CycleLock lock, PoolReading reading, TileFiles files, TilingSettings tiling) {
    this.lock = lock;
    this.reading = reading;
    this.files = files;
    this.tiling = tiling;
  }

  PreparedTiles prepare(Cycle cycle, Pool pool, PairingSettings settings) {
    var held = cycle.dryRun() ? cycle : lock.hold(cycle);
    var input = reading.fetch(held, pool, settings);
    var usable = Usability.of(input).usable();
    var tiles =
        files.write(
            held.id(),
            usable,
            input.vectors(),
            tiling,
            settings.waitBoostWeight(),
            () -> reading.keepLock(held));
    return new PreparedTiles(held, tiles);
  }
}
