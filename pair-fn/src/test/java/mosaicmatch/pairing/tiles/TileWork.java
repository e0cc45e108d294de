package mosaicmatch.pairing.tiles;

import java.util.List;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.settings.Environment;

/** What the functions of tiles do, without their edges. */
public final class TileWork {

  private TileWork() {}

  public static List<Tile> tiles(PlanStore store, Tiling tiling) {
    return new TileFiles(store).tiles(tiling);
  }

  /** Finds the candidates of all tiles. */
  public static void score(PlanStore store, Tiling tiling) {
    tiles(store, tiling).forEach(tile -> score(store, tile));
  }

  static void score(PlanStore store, Tile tile) {
    new ScoreTile(new TileFiles(store), CandidateSources.exact())
        .score(tile, () -> Integer.MAX_VALUE, () -> {});
  }

  /** The function over this store. */
  public static ScoreTileHandler handler(
      Environment environment, StoredAnswers answers, CycleLock lock, PlanStore store) {
    return new ScoreTileHandler(
        environment,
        answers,
        new LockKeeper(lock),
        new ScoreTile(new TileFiles(store), CandidateSources.exact()));
  }

  /** An unsafe variant: whatever the tiles turned away is taken for not being there. */
  public static CandidateSources ignoringFloors(InMemoryPlanStore store, Tiling tiling) {
    return (contenders, scores) -> {
      var files = new TileFiles(store);
      var lists = new MergedLists(tiling.seekers(), tiling.seekers());
      for (var tile : files.tiles(tiling)) {
        files.readLists(
            tile,
            (seeker, list) ->
                lists.add(
                    seeker,
                    new RankedList(list.numbers(), list.values(), Float.NEGATIVE_INFINITY)));
      }
      var search = CandidateSources.exact().open(contenders, scores);
      return new TiledCandidates(lists, scores, search, contenders.size());
    };
  }
}
