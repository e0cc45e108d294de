package mosaicmatch.report;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Pairs drawn at random from the pool: what the plan's pairs are measured against. */
public final class RandomPairs {

  private RandomPairs() {}

  /**
   * Similarities of random pairs of two different seekers.
   *
   * @param vectors the seekers' embeddings, of one dimension, none all zero
   * @param howMany how many pairs to draw; none are drawn from fewer than two seekers
   * @param random the source of chance, seeded by the caller
   * @return cosines, -1 to 1
   */
  public static List<Double> similarities(
      List<float[]> vectors, int howMany, RandomGenerator random) {
    if (vectors.size() < 2) {
      return List.of();
    }
    return Stream.generate(() -> drawn(vectors, random)).limit(howMany).toList();
  }

  private static double drawn(List<float[]> vectors, RandomGenerator random) {
    int one = random.nextInt(vectors.size());
    int shift = 1 + random.nextInt(vectors.size() - 1);
    return cosine(vectors.get(one), vectors.get((one + shift) % vectors.size()));
  }

  private static double cosine(float[] one, float[] other) {
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
