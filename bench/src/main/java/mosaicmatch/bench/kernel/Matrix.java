package mosaicmatch.bench.kernel;

import java.util.SplittableRandom;

/** Vectors of one dimension, one behind the other. */
final class Matrix {

  private final int count;
  private final int dimension;
  private final float[] components;

  private Matrix(int count, int dimension, float[] components) {
    this.count = count;
    this.dimension = dimension;
    this.components = components;
  }

  /** Components between -1 and 1. */
  static Matrix random(int count, int dimension, long seed) {
    var random = new SplittableRandom(seed);
    var components = new float[Math.multiplyExact(count, dimension)];
    for (int i = 0; i < components.length; i++) {
      components[i] = (float) random.nextDouble(-1, 1);
    }
    return new Matrix(count, dimension, components);
  }

  int count() {
    return count;
  }

  int dimension() {
    return dimension;
  }

  /** All of them, vector by vector; not a copy. */
  float[] components() {
    return components;
  }

  /** Additions and multiplications of the product of all vectors of both. */
  double operationsTimes(Matrix other) {
    return 2.0 * count * other.count * dimension;
  }
}
