package mosaicmatch.bench.pools;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How made-up vectors lie. The same shape, numbers and seed give the same bits. */
public enum Shape {
  /** In all directions alike, the hardest case for everybody who prunes. */
  RANDOM {
    @Override
    int[] groups(int count, SplittableRandom random) {
      return new int[count];
    }

    @Override
    float[] vector(float[] centre, SplittableRandom random) {
      return unit(random, centre.length);
    }
  },
  /** In groups of 250 or so, members of one at a cosine of about 0.5. */
  CLUSTERED {
    @Override
    int[] groups(int count, SplittableRandom random) {
      int groups = Math.max(1, count / GROUP);
      return IntStream.range(0, count).map(i -> random.nextInt(groups)).toArray();
    }
  },
  /** In groups as above, the k-th of them 1/k as large as the first; many stand alone. */
  POWER_LAW {
    @Override
    int[] groups(int count, SplittableRandom random) {
      double[] upTo = new double[Math.max(1, count / 10)];
      for (int k = 0; k < upTo.length; k++) {
        upTo[k] = (k == 0 ? 0 : upTo[k - 1]) + 1.0 / (k + 1);
      }
      return IntStream.range(0, count)
          .map(i -> Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1])))
          .map(at -> at < 0 ? -at - 1 : at)
          .toArray();
    }
  };

  private static final int GROUP = 250;

  /** Golden-ratio steps keep the streams of neighbouring numbers apart. */
  private static final long STEP = 0x9e3779b97f4a7c15L;

  /** The group that each vector belongs to. */
  abstract int[] groups(int count, SplittableRandom random);

  /** A vector of a group: half of it the centre's, half its own. */
  float[] vector(float[] centre, SplittableRandom random) {
    float[] vector = unit(random, centre.length);
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) ((vector[d] + centre[d]) * Math.sqrt(0.5));
    }
    return vector;
  }

  /**
   * Makes vectors.
   *
   * @param count how many, 1 or more
   * @param dimension components of each
   */
  public float[][] make(int count, int dimension, long seed) {
    int[] groups = groups(count, new SplittableRandom(seed));
    var centres = new float[Arrays.stream(groups).max().orElse(0) + 1][];
    Arrays.parallelSetAll(centres, group -> unit(stream(~seed, group), dimension));
    var vectors = new float[count][];
    Arrays.parallelSetAll(vectors, i -> vector(centres[groups[i]], stream(seed, i)));
    return vectors;
  }

  private static SplittableRandom stream(long seed, int number) {
    return new SplittableRandom(seed + STEP * (number + 1));
  }

  private static float[] unit(SplittableRandom random, int dimension) {
    var components = new double[dimension];
    Arrays.setAll(components, d -> random.nextGaussian());
    double norm = Math.sqrt(Arrays.stream(components).map(x -> x * x).sum());
    var vector = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      vector[d] = (float) (components[d] / norm);
    }
    return vector;
  }
}
