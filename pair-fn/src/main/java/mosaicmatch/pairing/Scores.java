package mosaicmatch.pairing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Computes scores: cosine similarity plus the weighted mean of both wait boosts. All in double
 * precision, each similarity as one sum over the components in their order, so that a score is the
 * same to the bit whatever is computed beside it, whichever of the two is named first, and however
 * many threads there are.
 */
final class Scores {

  /** Columns that are worked on together: their transposed components fit a core's second cache. */
  private static final int BLOCK = 128;

  private final Contenders contenders;
  private final double weight;
  private final double[] norms;

  Scores(Contenders contenders, double waitBoostWeight) {
    this.contenders = contenders;
    weight = waitBoostWeight;
    norms =
        IntStream.range(0, contenders.size())
            .parallel()
            .mapToDouble(number -> norm(contenders.vector(number)))
            .toArray();
  }

  /** The score of two whose similarity is known. */
  double score(int one, int other, double similarity) {
    double boosts = contenders.seeker(one).waitBoost() + contenders.seeker(other).waitBoost();
    return similarity + weight * boosts / 2;
  }

  /** Similarities of each row with each column, {@code [row][column]}, -1 to 1. */
  double[][] similarities(int[] rows, int[] columns) {
    var similarities = new double[rows.length][columns.length];
    var components = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      components[row] = widened(contenders.vector(rows[row]));
    }
    int blocks = (columns.length + BLOCK - 1) / BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> fillBlock(similarities, rows, components, columns, block * BLOCK));
    return similarities;
  }

  private void fillBlock(
      double[][] similarities, int[] rows, double[][] components, int[] columns, int from) {
    int width = Math.min(BLOCK, columns.length - from);
    var transposed = transposed(columns, from, width);
    var products = new double[width];
    for (int row = 0; row < rows.length; row++) {
      multiply(components[row], transposed, products);
      for (int i = 0; i < width; i++) {
        double cosine = products[i] / (norms[rows[row]] * norms[columns[from + i]]);
        similarities[row][from + i] = Math.clamp(cosine, -1.0, 1.0);
      }
    }
  }

  /** The columns' vectors side by side: component by component, then column by column. */
  private double[] transposed(int[] columns, int from, int width) {
    int dimension = contenders.vector(columns[from]).length;
    var transposed = new double[dimension * width];
    for (int i = 0; i < width; i++) {
      var vector = contenders.vector(columns[from + i]);
      for (int d = 0; d < dimension; d++) {
        transposed[d * width + i] = vector[d];
      }
    }
    return transposed;
  }

  /**
   * Dot products of one vector with all columns. Four components a pass keep the sums in registers;
   * additions stay in the components' order, since each line is evaluated from left to right.
   */
  private static void multiply(double[] row, double[] transposed, double[] products) {
    int width = products.length;
    Arrays.fill(products, 0);
    int d = 0;
    for (; d + 4 <= row.length; d += 4) {
      addFour(row[d], row[d + 1], row[d + 2], row[d + 3], transposed, d * width, products);
    }
    for (; d < row.length; d++) {
      for (int i = 0; i < width; i++) {
        products[i] += row[d] * transposed[d * width + i];
      }
    }
  }

  private static void addFour(
      double r0, double r1, double r2, double r3, double[] transposed, int at, double[] products) {
    int width = products.length;
    int at1 = at + width;
    int at2 = at1 + width;
    int at3 = at2 + width;
    for (int i = 0; i < width; i++) {
      products[i] =
          products[i]
              + r0 * transposed[at + i]
              + r1 * transposed[at1 + i]
              + r2 * transposed[at2 + i]
              + r3 * transposed[at3 + i];
    }
  }

  private static double[] widened(float[] vector) {
    var wide = new double[vector.length];
    for (int d = 0; d < wide.length; d++) {
      wide[d] = vector[d];
    }
    return wide;
  }

  private static double norm(float[] vector) {
    double sum = 0;
    for (float component : vector) {
      sum += (double) component * component;
    }
    return Math.sqrt(sum);
  }
}
