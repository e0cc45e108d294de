package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Computes the values of all pairs of rows and free contenders: in single precision, but with a
 * bound on the error, so that whoever decides knows what to compute exactly.
 */
public final class DenseSearch implements CandidateSource {

  /** Components that are multiplied at a stretch: rows and columns of them stay in the caches. */
  private static final int DEPTH = 384;

  /** Groups of rows that one task takes through all columns, so that each panel is read once. */
  private static final int GROUPS_PER_TASK = 16;

  private static final int ROWS_PER_TASK = Kernel.ROWS * GROUPS_PER_TASK;

  /** Tasks for each thread: enough that none waits long for the last. */
  private static final int TASKS_PER_THREAD = 4;

  private final Contenders contenders;
  private final Scores scores;
  private final Kernel kernel;
  private final Work work;
  private final PackedColumns columns;

  /** A search that counts its work. */
  public DenseSearch(Contenders contenders, Scores scores, Kernel kernel, Work work) {
    this.contenders = contenders;
    this.scores = scores;
    this.kernel = kernel;
    this.work = work;
    columns = new PackedColumns(contenders, scores, kernel);
  }

  @Override
  public int batch() {
    return ROWS_PER_TASK * TASKS_PER_THREAD * (ForkJoinPool.getCommonPoolParallelism() + 1);
  }

  @Override
  public TopList[] best(int[] rows, boolean[] taken, int capacity, double least) {
    columns.keep(taken);
    var lists = new TopList[rows.length];
    Arrays.setAll(lists, row -> new TopList(capacity, floor(rows[row], least)));
    int tasks = (rows.length + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    IntStream.range(0, tasks)
        .parallel()
        .forEach(
            task -> {
              int from = task * ROWS_PER_TASK;
              int end = Math.min(rows.length, from + ROWS_PER_TASK);
              new Task(rows, lists, from, end).run();
            });
    return lists;
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

    void run() {
      for (int panel = 0; panel < columns.panelCount(); panel++) {
        multiply(columns.panel(panel));
        for (int row = from; row < end; row++) {
          offer(row, panel * kernel.width());
        }
      }
      work.add((long) sums.length * columns.panelCount() * contenders.dimension());
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

    private void offer(int row, int firstPlace) {
      var list = lists[row];
      var boosts = columns.boosts();
      int sum = (row - from) * kernel.width();
      if (!(kernel.highestSum(sums, sum, boosts, firstPlace) > list.floor())) {
        return;
      }
      int last = Math.min(columns.size() - firstPlace, kernel.width());
      for (int i = 0; i < last; i++) {
        float value = sums[sum + i] + boosts[firstPlace + i];
        if (value > list.floor()) {
          int number = columns.number(firstPlace + i);
          if (contenders.mayMeet(rows[row], number)) {
            list.add(number, value);
          }
        }
      }
    }
  }
}
