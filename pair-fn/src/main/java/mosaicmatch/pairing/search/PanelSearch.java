package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Takes rows through all free contenders, panel by panel. Threads share the rows and take turns at
 * the panels, so that a batch can be short and each panel is still read once.
 */
abstract class PanelSearch implements CandidateSource {

  /** Components that are multiplied at a stretch: rows and columns of them stay in the caches. */
  private static final int DEPTH = 384;

  private final int dimension;
  private final Scores scores;
  private final Coordinates coordinates;
  private final Work work;
  private final PackedColumns columns;

  /** For subclasses. */
  final Kernel kernel;

  PanelSearch(
      Contenders contenders, Scores scores, Coordinates coordinates, Kernel kernel, Work work) {
    this.scores = scores;
    this.coordinates = coordinates;
    this.kernel = kernel;
    this.work = work;
    dimension = contenders.dimension();
    columns = new PackedColumns(contenders.size(), scores, coordinates, kernel);
  }

  /**
   * Offers the columns of a panel to a row.
   *
   * @param row number of the row
   * @param list the best so far
   * @param products those of the row with the panel's columns
   * @param at where the first product is
   * @param firstPlace where the panel begins among the columns
   * @param found room for as many places as a panel has
   * @return how many more multiplications that took
   */
  abstract long offer(
      int row,
      TopList list,
      float[] products,
      int at,
      PackedColumns columns,
      int firstPlace,
      int[] found);

  @Override
  public final int batch() {
    return PackedRows.atATime(dimension);
  }

  @Override
  public final TopList[] best(int[] rows, boolean[] taken, int capacity, double least) {
    columns.keep(taken);
    var lists = new TopList[rows.length];
    Arrays.setAll(lists, row -> new TopList(capacity, scores.below(rows[row], least)));
    for (int from = 0; from < rows.length; from += batch()) {
      int end = Math.min(rows.length, from + batch());
      var block = new PackedRows(coordinates, Arrays.copyOfRange(rows, from, end));
      search(block, Arrays.copyOfRange(lists, from, end));
    }
    return lists;
  }

  private void search(PackedRows block, TopList[] lists) {
    var next = new AtomicInteger();
    var floors = new float[lists.length];
    Arrays.fill(floors, Float.NEGATIVE_INFINITY);
    int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
    var lanes =
        IntStream.range(0, Math.min(threads, columns.panelCount()))
            .parallel()
            .mapToObj(lane -> new Lane(block, lists, floors).run(next))
            .toList();
    lanes.forEach(lane -> lane.addTo(lists));
  }

  /** One thread with the panels that it takes. */
  private final class Lane {

    private final PackedRows block;
    private final TopList[] lists;
    private final float[] floors;
    private final float[] products;
    private final int[] found = new int[kernel.width()];

    Lane(PackedRows block, TopList[] empty, float[] floors) {
      this.block = block;
      this.floors = floors;
      lists = Arrays.stream(empty).map(TopList::another).toArray(TopList[]::new);
      products = new float[block.padded() * kernel.width()];
    }

    Lane run(AtomicInteger next) {
      long multiplications = 0;
      for (int panel = next.getAndIncrement();
          panel < columns.panelCount();
          panel = next.getAndIncrement()) {
        multiply(columns.panel(panel));
        multiplications += (long) products.length * coordinates.count() + offer(panel);
      }
      work.add(multiplications);
      return this;
    }

    private void multiply(float[] panel) {
      Arrays.fill(products, 0);
      for (int d = 0; d < coordinates.count(); d += DEPTH) {
        int depth = Math.min(DEPTH, coordinates.count() - d);
        for (int group = 0; group < block.groups(); group++) {
          kernel.multiply(
              block.group(group),
              d * Kernel.ROWS,
              panel,
              d * kernel.width(),
              depth,
              products,
              group * Kernel.ROWS * kernel.width());
        }
      }
    }

    private long offer(int panel) {
      long multiplications = 0;
      for (int row = 0; row < lists.length; row++) {
        int at = row * kernel.width();
        // A stale reading of what another thread wrote is a lower floor, and as right.
        lists[row].raiseFloor(floors[row]);
        multiplications +=
            PanelSearch.this.offer(
                block.number(row),
                lists[row],
                products,
                at,
                columns,
                panel * kernel.width(),
                found);
        floors[row] = lists[row].floor();
      }
      return multiplications;
    }

    void addTo(TopList[] whole) {
      for (int row = 0; row < lists.length; row++) {
        whole[row].addAll(lists[row]);
      }
    }
  }
}
