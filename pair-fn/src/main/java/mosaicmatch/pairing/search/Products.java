package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/** All products of some vectors with some others, in single precision. */
final class Products {

  private final Kernel kernel;
  private final int dimension;
  private final float[][] panels;
  private final int columns;

  /** Packs the vectors that others are multiplied with; one or more, of one dimension. */
  Products(Kernel kernel, float[][] columns) {
    this.kernel = kernel;
    this.columns = columns.length;
    dimension = columns[0].length;
    panels = new float[(columns.length + kernel.width() - 1) / kernel.width()][];
    Arrays.setAll(panels, panel -> packed(columns, panel * kernel.width(), kernel.width()));
  }

  private float[] packed(float[][] vectors, int first, int stride) {
    var packed = new float[dimension * stride];
    int count = Math.min(stride, vectors.length - first);
    for (int d = 0; d < dimension; d++) {
      for (int i = 0; i < count; i++) {
        packed[d * stride + i] = vectors[first + i][d];
      }
    }
    return packed;
  }

  /** The product of each row with each column. */
  float[][] with(float[][] rows) {
    var products = new float[rows.length][columns];
    IntStream.range(0, (rows.length + Kernel.ROWS - 1) / Kernel.ROWS)
        .parallel()
        .forEach(group -> multiply(rows, group * Kernel.ROWS, products));
    return products;
  }

  private void multiply(float[][] rows, int first, float[][] products) {
    var group = packed(rows, first, Kernel.ROWS);
    var sums = new float[Kernel.ROWS * kernel.width()];
    for (int panel = 0; panel < panels.length; panel++) {
      Arrays.fill(sums, 0);
      kernel.multiply(group, 0, panels[panel], 0, dimension, sums, 0);
      int from = panel * kernel.width();
      for (int i = 0; i < Kernel.ROWS && first + i < rows.length; i++) {
        System.arraycopy(
            sums,
            i * kernel.width(),
            products[first + i],
            from,
            Math.min(kernel.width(), columns - from));
      }
    }
  }
}
