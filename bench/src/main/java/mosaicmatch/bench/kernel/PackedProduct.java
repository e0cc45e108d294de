package mosaicmatch.bench.kernel;

import java.util.Arrays;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * All dot products of rows and columns by one of the engine's kernels, on one thread: columns in
 * panels, rows in groups, some groups at a time through all panels, some components at a stretch.
 */
final class PackedProduct {

  private static final int DEPTH = 384;

  /** What rows may take of the second cache, as in the engine. */
  private static final int CACHE_BYTES = 1_200_000;

  private static final int FEWEST_GROUPS = 8;
  private static final int MOST_GROUPS = 64;

  private final Kernel kernel;
  private final Matrix rows;
  private final Matrix columns;
  private final int atATime;
  private final float[][] panels;
  private final float[][] groups;
  private final float[] sums;

  /** Room for the product; nothing is packed yet. */
  PackedProduct(Kernel kernel, Matrix rows, Matrix columns) {
    atATime =
        Math.clamp(
            CACHE_BYTES / (rows.dimension() * Kernel.ROWS * Float.BYTES),
            FEWEST_GROUPS,
            MOST_GROUPS);
    this.kernel = kernel;
    this.rows = rows;
    this.columns = columns;
    panels =
        new float[blocks(columns.count(), kernel.width())][columns.dimension() * kernel.width()];
    groups = new float[atATime][rows.dimension() * Kernel.ROWS];
    int groupCount = blocks(rows.count(), Kernel.ROWS);
    sums = new float[Math.multiplyExact(groupCount * panels.length, sumsOfAGroup())];
  }

  private static int blocks(int count, int size) {
    return (count + size - 1) / size;
  }

  private int sumsOfAGroup() {
    return Kernel.ROWS * kernel.width();
  }

  /** Packs the columns, as the engine does once for many rows. */
  void packColumns() {
    for (int panel = 0; panel < panels.length; panel++) {
      pack(columns, panel * kernel.width(), kernel.width(), panels[panel]);
    }
  }

  /** Packs the rows and multiplies; the columns must be packed. */
  void multiply() {
    int groupCount = blocks(rows.count(), Kernel.ROWS);
    for (int first = 0; first < groupCount; first += atATime) {
      int count = Math.min(atATime, groupCount - first);
      for (int group = 0; group < count; group++) {
        pack(rows, (first + group) * Kernel.ROWS, Kernel.ROWS, groups[group]);
      }
      for (int panel = 0; panel < panels.length; panel++) {
        multiply(panels[panel], count, (first * panels.length + panel * count) * sumsOfAGroup());
      }
    }
  }

  private void multiply(float[] panel, int count, int sumsFrom) {
    int size = sumsOfAGroup();
    Arrays.fill(sums, sumsFrom, sumsFrom + count * size, 0);
    for (int d = 0; d < rows.dimension(); d += DEPTH) {
      int depth = Math.min(DEPTH, rows.dimension() - d);
      for (int group = 0; group < count; group++) {
        kernel.multiply(
            groups[group],
            d * Kernel.ROWS,
            panel,
            d * kernel.width(),
            depth,
            sums,
            sumsFrom + group * size);
      }
    }
  }

  private static void pack(Matrix from, int first, int width, float[] to) {
    int dimension = from.dimension();
    for (int i = 0; i < width && first + i < from.count(); i++) {
      int source = (first + i) * dimension;
      for (int d = 0, at = i; d < dimension; d++, at += width) {
        to[at] = from.components()[source + d];
      }
    }
  }

  /** The product of a row and a column. */
  float at(int row, int column) {
    int group = row / Kernel.ROWS;
    int first = group - group % atATime;
    int count = Math.min(atATime, blocks(rows.count(), Kernel.ROWS) - first);
    int panel = column / kernel.width();
    int block = first * panels.length + panel * count + (group - first);
    return sums[
        block * sumsOfAGroup() + row % Kernel.ROWS * kernel.width() + column % kernel.width()];
  }
}
