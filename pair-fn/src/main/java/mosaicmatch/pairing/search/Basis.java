package mosaicmatch.pairing.search;

import java.util.Arrays;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Directions in which some vectors are long: an orthonormal basis of the space that holds most of
 * their squared length, found by subspace iteration (G. H. Golub and C. F. Van Loan, "Matrix
 * Computations", 4th ed., section 8.2.4). The vectors are not centred, since what is bounded by it
 * is their product and not their covariance.
 */
final class Basis {

  private static final int ROUNDS = 2;

  private Basis() {}

  /**
   * A basis.
   *
   * @param sample vectors of length 1, at least as many as there are directions
   * @param size how many directions, at most as many as there are components
   * @return the directions, orthonormal but for roundings of single precision
   */
  static float[][] of(Kernel kernel, float[][] sample, int size) {
    var across = transposed(sample);
    var directions = orthonormal(Arrays.copyOf(sample, size));
    for (int round = 0; round < ROUNDS; round++) {
      var coordinates = new Products(kernel, directions).with(sample);
      directions = orthonormal(new Products(kernel, across).with(transposed(coordinates)));
    }
    return orthonormal(directions);
  }

  private static float[][] transposed(float[][] matrix) {
    var transposed = new float[matrix[0].length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < transposed.length; column++) {
        transposed[column][row] = matrix[row][column];
      }
    }
    return transposed;
  }

  /** Gram and Schmidt's method; a direction that the others span already becomes zero. */
  private static float[][] orthonormal(float[][] vectors) {
    var done = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      double[] next = widened(vectors[i]);
      double length = Math.sqrt(product(next, next));
      for (int j = 0; j < i; j++) {
        subtract(next, done[j], product(next, done[j]));
      }
      double left = Math.sqrt(product(next, next));
      scale(next, left > 1e-6 * length ? 1 / left : 0);
      done[i] = next;
    }
    return Arrays.stream(done).map(Basis::narrowed).toArray(float[][]::new);
  }

  private static double product(double[] one, double[] other) {
    double even = 0;
    double odd = 0;
    for (int d = 0; d + 1 < one.length; d += 2) {
      even += one[d] * other[d];
      odd += one[d + 1] * other[d + 1];
    }
    return one.length % 2 == 0
        ? even + odd
        : even + odd + one[one.length - 1] * other[one.length - 1];
  }

  private static void subtract(double[] from, double[] other, double factor) {
    for (int d = 0; d < from.length; d++) {
      from[d] -= factor * other[d];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= factor;
    }
  }

  private static double[] widened(float[] vector) {
    var wide = new double[vector.length];
    Arrays.setAll(wide, d -> vector[d]);
    return wide;
  }

  private static float[] narrowed(double[] vector) {
    var narrow = new float[vector.length];
    for (int d = 0; d < narrow.length; d++) {
      narrow[d] = (float) vector[d];
    }
    return narrow;
  }
}
