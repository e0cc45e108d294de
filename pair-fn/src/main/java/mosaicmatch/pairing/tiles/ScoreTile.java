package mosaicmatch.pairing.tiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/** Finds, for each seeker of a tile, the candidates on its other side. */
final class ScoreTile {

  /** What is left for the writing of the file. */
  private static final int RESERVE_MILLIS = 20_000;

  /** Batches from one look at the clock to the next. */
  private static final int BATCHES_PER_STEP = 8;

  private final TileFiles files;
  private final CandidateSources searches;

  ScoreTile(TileFiles files, CandidateSources searches) {
    this.files = files;
    this.searches = searches;
  }

  /**
   * Writes the candidates. Written again, the file may differ in who of equals ends a list, or in
   * the last bits on another processor: it decides as well.
   *
   * @param millisLeft how long the call may still take
   * @param heartbeat called from time to time, by this thread
   * @throws TileOutOfTimeException if that is too short
   */
  void score(Tile tile, IntSupplier millisLeft, Runnable heartbeat) {
    var contenders = contenders(tile);
    var scores = new Scores(contenders, tile.waitBoostWeight());
    var search = searches.open(contenders, scores);
    var pace = new Pace(tile, millisLeft, heartbeat);
    files.writeLists(
        tile,
        writer -> {
          for (var side : sides(tile)) {
            write(tile, side, search, writer, pace);
          }
        });
  }

  private Contenders contenders(Tile tile) {
    var seekers = new ArrayList<Seeker>(files.seekers(tile.one()));
    Map<SeekerId, float[]> vectors = new HashMap<>(files.vectors(tile.one()));
    if (!tile.isDiagonal()) {
      seekers.addAll(files.seekers(tile.other()));
      vectors.putAll(files.vectors(tile.other()));
    }
    if (!vectors.values().stream().allMatch(vector -> vector.length == tile.dimension())) {
      throw new TilesOutdatedException("vectors are not of dimension " + tile.dimension());
    }
    return new Contenders(seekers, vectors);
  }

  /**
   * Rows that look for candidates.
   *
   * @param first the first of them
   * @param end behind the last
   * @param hidden by row, who is not looked at
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Side(int first, int end, boolean[] hidden) {}

  private static List<Side> sides(Tile tile) {
    int rows = tile.rows();
    if (tile.isDiagonal()) {
      return List.of(new Side(0, rows, new boolean[rows]));
    }
    int size = tile.one().size();
    return List.of(
        new Side(0, size, hidden(rows, 0, size)), new Side(size, rows, hidden(rows, size, rows)));
  }

  private static boolean[] hidden(int rows, int first, int end) {
    var hidden = new boolean[rows];
    Arrays.fill(hidden, first, end, true);
    return hidden;
  }

  private static void write(
      Tile tile, Side side, CandidateSource search, ListWriter writer, Pace pace)
      throws IOException {
    int step = BATCHES_PER_STEP * search.batch();
    for (int first = side.first(); first < side.end(); first += step) {
      pace.before(first);
      int end = Math.min(side.end(), first + step);
      var found =
          search.best(
              TileFiles.range(first, end),
              side.hidden(),
              tile.candidates(),
              Double.NEGATIVE_INFINITY);
      for (var list : found) {
        writer.row(RankedList.of(list, tile::number));
      }
    }
  }

  /** Goes on only while there is time for as much again as the longest step took. */
  private static final class Pace {

    private final Tile tile;
    private final IntSupplier millisLeft;
    private final Runnable heartbeat;
    private int last;
    private int longest;

    Pace(Tile tile, IntSupplier millisLeft, Runnable heartbeat) {
      this.tile = tile;
      this.millisLeft = millisLeft;
      this.heartbeat = heartbeat;
      last = millisLeft.getAsInt();
    }

    void before(int row) {
      int left = millisLeft.getAsInt();
      longest = row == 0 ? 0 : Math.max(longest, last - left);
      last = left;
      if (left < RESERVE_MILLIS + longest) {
        throw new TileOutOfTimeException(tile, row);
      }
      heartbeat.run();
    }
  }
}
