package mosaicmatch.pairing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.SeekerId;

/**
 * Tells vectors that can be compared from those that can't. Any length does, however large or
 * small: lengths are computed in double precision, where the square of no single-precision number
 * overflows or vanishes.
 */
final class VectorUse {

  private final PairingInput input;
  private final int dimension;

  private VectorUse(PairingInput input, int dimension) {
    this.input = input;
    this.dimension = dimension;
  }

  static VectorUse of(PairingInput input) {
    return new VectorUse(input, commonDimension(input.vectors().values()));
  }

  /** Why a seeker's vector can't be compared, if it can't. */
  Optional<UnmatchedReason> fault(SeekerId seeker) {
    var vector = input.vectors().get(seeker);
    if (vector == null) {
      return Optional.of(input.known().getOrDefault(seeker, UnmatchedReason.NO_VECTOR));
    }
    return vector.length == dimension
        ? fault(vector)
        : Optional.of(UnmatchedReason.OTHER_DIMENSION);
  }

  private static Optional<UnmatchedReason> fault(float[] vector) {
    boolean isZero = true;
    for (float component : vector) {
      if (!Float.isFinite(component)) {
        return Optional.of(UnmatchedReason.NOT_FINITE_VECTOR);
      }
      isZero &= component == 0;
    }
    return isZero ? Optional.of(UnmatchedReason.ALL_ZERO_VECTOR) : Optional.empty();
  }

  /** The dimension of most vectors; of equally many, the higher one. */
  private static int commonDimension(Collection<float[]> vectors) {
    return vectors.stream()
        .collect(Collectors.groupingBy((float[] vector) -> vector.length, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }
}
