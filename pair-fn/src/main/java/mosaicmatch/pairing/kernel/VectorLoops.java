package mosaicmatch.pairing.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops that are the same for vectors of any length. The species must be a constant of the caller:
 * only then does the compiler know the instructions.
 */
final class VectorLoops {

  private VectorLoops() {}

  static float highestSum(
      VectorSpecies<Float> s,
      int width,
      float[] values,
      int valuesFrom,
      float[] more,
      int moreFrom) {
    FloatVector highest = FloatVector.broadcast(s, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < width; i += s.length()) {
      highest = highest.max(at(s, values, valuesFrom + i).add(at(s, more, moreFrom + i)));
    }
    return highest.reduceLanes(VectorOperators.MAX);
  }

  static int above(
      VectorSpecies<Float> s,
      int width,
      float[] values,
      int valuesFrom,
      float[] more,
      float[] factors,
      int moreFrom,
      float factor,
      float limit,
      int[] found) {
    int count = 0;
    for (int i = 0; i < width; i += s.length()) {
      long above =
          at(s, factors, moreFrom + i)
              .fma(
                  FloatVector.broadcast(s, factor),
                  at(s, values, valuesFrom + i).add(at(s, more, moreFrom + i)))
              .compare(VectorOperators.GT, limit)
              .toLong();
      for (; above != 0; above &= above - 1) {
        found[count++] = i + Long.numberOfTrailingZeros(above);
      }
    }
    return count;
  }

  /** Four sums at a time, so that none waits for the one before it. */
  static float product(VectorSpecies<Float> s, float[] one, float[] other, int from, int end) {
    int lanes = s.length();
    FloatVector s0 = FloatVector.zero(s);
    FloatVector s1 = FloatVector.zero(s);
    FloatVector s2 = FloatVector.zero(s);
    FloatVector s3 = FloatVector.zero(s);
    int d = from;
    for (; d + 4 * lanes <= end; d += 4 * lanes) {
      s0 = at(s, one, d).fma(at(s, other, d), s0);
      s1 = at(s, one, d + lanes).fma(at(s, other, d + lanes), s1);
      s2 = at(s, one, d + 2 * lanes).fma(at(s, other, d + 2 * lanes), s2);
      s3 = at(s, one, d + 3 * lanes).fma(at(s, other, d + 3 * lanes), s3);
    }
    float sum = s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
    for (; d < end; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }

  private static FloatVector at(VectorSpecies<Float> s, float[] values, int place) {
    return FloatVector.fromArray(s, values, place);
  }
}
