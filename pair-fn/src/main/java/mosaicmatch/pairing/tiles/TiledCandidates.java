package mosaicmatch.pairing.tiles;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pairing.search.TopList;

/**
 * Proposes whom the tiles of a pool have found, and searches anew for those whose stored list is
 * used up. Exact, since a list knows above which value nobody is missing.
 */
public final class TiledCandidates implements CandidateSource {

  /** Files that are read at a time. */
  private static final int AT_A_TIME = 4;

  /** A list of which fewer are free decides too seldom. */
  private static final int ENOUGH = 4;

  /** Whoever wants so many times what is stored was not helped by that. */
  private static final int MORE = 2;

  private final MergedLists stored;
  private final Scores scores;
  private final CandidateSource search;
  private final int seekers;

  TiledCandidates(MergedLists stored, Scores scores, CandidateSource search, int seekers) {
    this.stored = stored;
    this.scores = scores;
    this.search = search;
    this.seekers = seekers;
  }

  /**
   * Sources that read what the tiles have found when they are opened.
   *
   * @param search who searches anew
   * @param heartbeat called after each tile, by the thread that opens the source
   */
  public static CandidateSources of(
      TileFiles files, Tiling tiling, CandidateSources search, Runnable heartbeat) {
    return (contenders, scores) -> {
      if (contenders.size() != tiling.seekers()) {
        throw new TilesOutdatedException(
            "they compare %d seekers, not %d".formatted(tiling.seekers(), contenders.size()));
      }
      var lists = read(files, tiling, heartbeat);
      return new TiledCandidates(lists, scores, search.open(contenders, scores), contenders.size());
    };
  }

  private static MergedLists read(TileFiles files, Tiling tiling, Runnable heartbeat) {
    var lists = new MergedLists(tiling.seekers(), tiling.candidates());
    files.tiles(tiling).stream()
        .gather(Gatherers.mapConcurrent(AT_A_TIME, tile -> merge(files, tile, lists)))
        .forEachOrdered(tile -> heartbeat.run());
    return lists;
  }

  private static Tile merge(TileFiles files, Tile tile, MergedLists lists) {
    files.readLists(tile, lists::add);
    return tile;
  }

  @Override
  public int batch() {
    return search.batch();
  }

  @Override
  public TopList[] best(int[] rows, boolean[] taken, int capacity, double least) {
    var lists = new TopList[rows.length];
    var undecided = new ArrayList<Integer>();
    for (int place = 0; place < rows.length; place++) {
      var known = known(rows[place], taken, capacity, least);
      if (known.isPresent()) {
        lists[place] = known.get();
      } else {
        undecided.add(place);
      }
    }
    if (!undecided.isEmpty()) {
      int[] places = undecided.stream().mapToInt(Integer::intValue).toArray();
      int[] again = IntStream.of(places).map(place -> rows[place]).toArray();
      var found = search.best(again, taken, capacity, least);
      for (int i = 0; i < places.length; i++) {
        lists[places[i]] = found[i];
      }
    }
    return lists;
  }

  /** The best of a stored list, if it holds all who are wanted, or enough to decide. */
  private Optional<TopList> known(int row, boolean[] taken, int capacity, double least) {
    float floor = stored.floor(row);
    float wanted = scores.below(row, least);
    int[] free = free(row, taken, capacity, Math.max(floor, wanted));
    if (floor <= wanted && free.length < capacity) {
      return Optional.of(list(row, free, free.length + 1, wanted));
    }
    boolean isEnough = free.length >= Math.min(capacity, ENOUGH);
    return isEnough && capacity <= MORE * stored.candidates() && capacity < seekers
        ? Optional.of(list(row, free, free.length, wanted))
        : Optional.empty();
  }

  /** Places of the best who are free and lie above a value; of others, better ones may miss. */
  private int[] free(int row, boolean[] taken, int capacity, float above) {
    return IntStream.range(0, stored.size(row))
        .takeWhile(place -> stored.value(row, place) > above)
        .filter(place -> !taken[stored.number(row, place)])
        .limit(capacity)
        .toArray();
  }

  private TopList list(int row, int[] places, int capacity, float floor) {
    var list = new TopList(capacity, floor);
    for (int place : places) {
      list.add(stored.number(row, place), stored.value(row, place));
    }
    return list;
  }
}
