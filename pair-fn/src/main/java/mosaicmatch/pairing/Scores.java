package mosaicmatch.pairing;

import java.util.stream.IntStream;

/**
 * Computes scores: cosine similarity plus the weighted mean of both wait boosts. All in double
 * precision, each similarity as one sum over the components in their order, so that a score is the
 * same to the bit whatever is computed beside it, whichever of the two is named first, and however
 * many threads there are.
 */
final class Scores {

  /** Columns that are worked on together: their transposed vectors fit a core's second cache. */
  private static final int BLOCK = 128;

  /** Components that are worked on together: with a block's columns they fit the first cache. */
  private static final int STRIP = 16;

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
    int dimension = transposed.length;
    var products = new double[rows.length][width];
    for (int d = 0; d < dimension; d += STRIP) {
      int end = Math.min(d + STRIP, dimension);
      for (int row = 0; row < rows.length; row++) {
        addProducts(components[row], d, end, transposed, products[row]);
      }
    }
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < width; i++) {
        double cosine = products[row][i] / (norms[rows[row]] * norms[columns[from + i]]);
        similarities[row][from + i] = Math.clamp(cosine, -1.0, 1.0);
      }
    }
  }

  /** The columns' vectors side by side: {@code [component][column]}. */
  private double[][] transposed(int[] columns, int from, int width) {
    int dimension = contenders.vector(columns[from]).length;
    var transposed = new double[dimension][width];
    for (int i = 0; i < width; i++) {
      var vector = contenders.vector(columns[from + i]);
      for (int d = 0; d < dimension; d++) {
        transposed[d][i] = vector[d];
      }
    }
    return transposed;
  }

  /**
   * Adds the products of some components to the sums of all columns, four components a pass to save
   * loads and stores. Additions stay in the components' order, since the expression is evaluated
   * from left to right. One array per component, so that the compiler can prove the loop free of
   * aliases and use vector instructions.
   */
  private static void addProducts(
      double[] row, int from, int end, double[][] transposed, double[] sums) {
    int d = from;
    for (; d + 4 <= end; d += 4) {
      addFour(row, d, transposed[d], transposed[d + 1], transposed[d + 2], transposed[d + 3], sums);
    }
    for (; d < end; d++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[d] * transposed[d][i];
      }
    }
  }

  private static void addFour(
      double[] row, int d, double[] t0, double[] t1, double[] t2, double[] t3, double[] sums) {
    double r0 = row[d];
    double r1 = row[d + 1];
    double r2 = row[d + 2];
    double r3 = row[d + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + r0 * t0[i] + r1 * t1[i] + r2 * t2[i] + r3 * t3[i];
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
