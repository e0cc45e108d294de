package mosaicmatch.pairing;

import java.util.List;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.PlanningLock;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TilingSettings;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Pool;

/** Cuts the pool of a cycle into tiles, each of them work for one function. */
final class PrepareTiles {

  private final PlanningLock lock;
  private final PoolReading reading;
  private final TileFiles files;
  private final TilingSettings tiling;

  PrepareTiles(CycleLock lock, PoolReading reading, TileFiles files, TilingSettings tiling) {
    this.lock = new PlanningLock(lock);
    this.reading = reading;
    this.files = files;
    this.tiling = tiling;
  }

  PreparedTiles prepare(Cycle cycle, Pool pool, PairingSettings settings) {
    var held = lock.hold(cycle);
    var input = reading.fetch(held, pool, settings, () -> lock.renew(held));
    var usability = Usability.of(input);
    var tiles =
        files.write(
            held.id(),
            usability.usable(),
            input.vectors(),
            unusable(held, usability),
            tiling,
            settings.waitBoostWeight(),
            () -> lock.renew(held));
    return new PreparedTiles(held, tiles);
  }

  /** Their vectors are not kept, so why they can't take part is. */
  private static List<UnmatchedSeeker> unusable(Cycle cycle, Usability usability) {
    return usability.unusable().stream()
        .map(
            left ->
                new UnmatchedSeeker(
                    cycle.id(),
                    left.seeker().userId(),
                    left.seeker().optedInAt(),
                    left.reason(),
                    Optional.empty()))
        .toList();
  }
}
