package mosaicmatch.pairing;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Finds for each of some contenders those with the highest scores among others: approximately, in
 * single precision, but with a bound on the error, so that whoever decides knows what to compute
 * exactly.
 */
final class CandidateSearch {

  /** Components that are multiplied at a stretch: rows and columns of them stay in the caches. */
  private static final int DEPTH = 384;

  /** Groups of rows that one task takes through all columns, so that each panel is read once. */
  private static final int GROUPS_PER_TASK = 32;

  private final Contenders contenders;
  private final Scores scores;
  private final Kernel kernel;

  CandidateSearch(Contenders contenders, Scores scores, Kernel kernel) {
    this.contenders = contenders;
    this.scores = scores;
    this.kernel = kernel;
  }

  /** How many rows at a time keep all processors busy. */
  static int batch() {
    return Kernel.ROWS * GROUPS_PER_TASK * Math.max(1, ForkJoinPool.getCommonPoolParallelism() + 1);
  }

  PackedColumns pack(int[] numbers) {
    return new PackedColumns(contenders, scores, numbers, kernel);
  }

  /**
   * The best of the columns from a place on for each row.
   *
   * @param capacity how many are kept for each row
   * @param least a score that somebody must reach to be kept
   * @param wanted who is kept at all
   */
  TopList[] best(
      int[] rows, PackedColumns columns, int fromPlace, int capacity, double least, Wanted wanted) {
    var lists = new TopList[rows.length];
    Arrays.setAll(lists, row -> new TopList(capacity, floor(rows[row], least)));
    int tasks = (rows.length + Kernel.ROWS * GROUPS_PER_TASK - 1) / (Kernel.ROWS * GROUPS_PER_TASK);
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              int from = task * Kernel.ROWS * GROUPS_PER_TASK;
              int end = Math.min(rows.length, from + Kernel.ROWS * GROUPS_PER_TASK);
              new Task(rows, lists, from, end).run(columns, fromPlace, wanted);
            });
    return lists;
  }

  /** Says whom a row may be offered. */
  interface Wanted {

    boolean test(int row, int column);
  }

  private float floor(int row, double least) {
    return Math.nextDown((float) (least - scores.halfBoost(row) - scores.error()));
  }

  /** Some rows on their way through the columns. */
  private final class Task {

    private final int[] rows;
    private final TopList[] lists;
    private final int from;
    private final int end;
    private final float[][] packed;
    private final float[] sums;

    Task(int[] rows, TopList[] lists, int from, int end) {
      this.rows = rows;
      this.lists = lists;
      this.from = from;
      this.end = end;
      packed = new float[(end - from + Kernel.ROWS - 1) / Kernel.ROWS][];
      sums = new float[packed.length * Kernel.ROWS * kernel.width()];
      for (int group = 0; group < packed.length; group++) {
        packed[group] = packedRows(from + group * Kernel.ROWS);
      }
    }

    private float[] packedRows(int first) {
      var group = new float[contenders.dimension() * Kernel.ROWS];
      for (int i = 0; i < Kernel.ROWS && first + i < end; i++) {
        scores.copyScaled(rows[first + i], group, i, Kernel.ROWS);
      }
      return group;
    }

    void run(PackedColumns columns, int fromPlace, Wanted wanted) {
      for (int panel = columns.panelOf(fromPlace); panel < columns.panelCount(); panel++) {
        multiply(columns.panel(panel));
        for (int row = from; row < end; row++) {
          offer(row, columns, panel * kernel.width(), fromPlace, wanted);
        }
      }
    }

    private void multiply(float[] panel) {
      Arrays.fill(sums, 0);
      int dimension = contenders.dimension();
      int size = Kernel.ROWS * kernel.width();
      for (int d = 0; d < dimension; d += DEPTH) {
        int depth = Math.min(DEPTH, dimension - d);
        for (int group = 0; group < packed.length; group++) {
          kernel.multiply(
              packed[group], d * Kernel.ROWS, panel, d * kernel.width(), depth, sums, group * size);
        }
      }
    }

    private void offer(
        int row, PackedColumns columns, int firstPlace, int fromPlace, Wanted wanted) {
      var list = lists[row];
      var boosts = columns.boosts();
      int sum = (row - from) * kernel.width();
      if (!(kernel.highestSum(sums, sum, boosts, firstPlace) > list.floor())) {
        return;
      }
      int last = Math.min(columns.size() - firstPlace, kernel.width());
      for (int i = Math.max(0, fromPlace - firstPlace); i < last; i++) {
        float value = sums[sum + i] + boosts[firstPlace + i];
        int number = columns.number(firstPlace + i);
        if (value > list.floor() && wanted.test(rows[row], number)) {
          list.add(number, value);
        }
      }
    }
  }

  /** Who is not this contender, and whom this contender may meet. */
  boolean mayMeet(int one, int other) {
    return one != other && !contenders.excludes(one, other);
  }
}
