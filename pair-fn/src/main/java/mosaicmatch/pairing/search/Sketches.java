package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Short coordinates of all contenders: those of their vectors, scaled to length 1, along some
 * orthonormal directions. The similarity of two lies within the product of what is left of both
 * around the product of their coordinates, whichever prefix of the coordinates is taken (the
 * inequality of Cauchy and Schwarz on the rest).
 */
final class Sketches {

  /** Contenders that are projected together. */
  private static final int BLOCK = 384;

  private final Contenders contenders;
  private final Scores scores;
  private final int first;
  private final int last;
  private final float[][] coordinates;
  private final float[] firstRests;
  private final double error;

  /**
   * Sketches contenders.
   *
   * @param directions orthonormal but for roundings of single precision
   * @param first how many of them make the first prefix; the second one has all
   */
  Sketches(Contenders contenders, Scores scores, Kernel kernel, float[][] directions, int first) {
    this.contenders = contenders;
    this.scores = scores;
    this.first = first;
    last = directions.length;
    error = coordinateError(contenders.dimension(), last);
    coordinates = new float[contenders.size()][];
    firstRests = new float[contenders.size()];
    var products = new Products(kernel, directions);
    IntStream.range(0, (contenders.size() + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> sketch(products, block * BLOCK));
  }

  private void sketch(Products products, int from) {
    int count = Math.min(BLOCK, contenders.size() - from);
    var vectors = new float[count][contenders.dimension()];
    for (int i = 0; i < count; i++) {
      scores.copyScaled(from + i, vectors[i], 0, 1);
    }
    var projected = products.with(vectors);
    for (int i = 0; i < count; i++) {
      coordinates[from + i] = Arrays.copyOf(projected[i], last + 1);
      coordinates[from + i][last] = rest(projected[i], last);
      firstRests[from + i] = rest(projected[i], first);
    }
  }

  private float rest(float[] projected, int end) {
    double squares = 0;
    for (int d = 0; d < end; d++) {
      squares += (double) projected[d] * projected[d];
    }
    double least = Math.max(0, Math.sqrt(squares) - error);
    return Math.nextUp((float) Math.sqrt(Math.max(0, 1 + error - least * least)));
  }

  /**
   * How far coordinates can lie, as a vector, from those along directions without roundings: the
   * sums' roundings in each coordinate, and those of the directions' own components.
   */
  private static double coordinateError(int dimension, int directions) {
    return Math.sqrt(directions) * (Scores.errorBound(dimension) + 2 * Scores.UNIT_ROUNDOFF);
  }

  /** How far the product of two prefixes can lie from that of the coordinates without roundings. */
  double productError() {
    return 2 * (1 + error) * error + Scores.errorBound(last);
  }

  /** Where the first prefix ends. */
  int first() {
    return first;
  }

  /** Where the second prefix ends. */
  int last() {
    return last;
  }

  /** A contender's coordinates, and the length of what they leave of the vector, rounded up. */
  float[] coordinates(int number) {
    return coordinates[number];
  }

  float firstRest(int number) {
    return firstRests[number];
  }

  /** The first prefix of each. */
  Coordinates firstCoordinates() {
    return new Coordinates() {
      @Override
      public int count() {
        return first;
      }

      @Override
      public void copy(int number, float[] to, int place, int stride) {
        var from = coordinates[number];
        for (int d = 0, at = place; d < first; d++, at += stride) {
          to[at] = from[d];
        }
      }

      @Override
      public float rest(int number) {
        return firstRests[number];
      }
    };
  }
}
