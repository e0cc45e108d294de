package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.pool.Seeker;
import org.jspecify.annotations.Nullable;

/**
 * Tells seekers whose vectors can be compared from those whose can't.
 *
 * @param usable seekers with a usable vector, by priority
 * @param unusable the others, by priority
 */
record Usability(List<Seeker> usable, List<Seeker> unusable) {

  /**
   * Sorts a pool into both.
   *
   * @throws PoolUnusableException if more than half can't be used
   */
  static Usability of(PairingInput input) {
    int dimension = commonDimension(input.vectors().values());
    var usable = new ArrayList<Seeker>();
    var unusable = new ArrayList<Seeker>();
    for (var seeker : input.seekers().stream().sorted(Seeker.BY_PRIORITY).toList()) {
      var part = isUsable(input.vectors().get(seeker.userId()), dimension) ? usable : unusable;
      part.add(seeker);
    }
    if (unusable.size() * 2 > input.seekers().size()) {
      throw new PoolUnusableException(unusable.size(), input.seekers().size());
    }
    return new Usability(usable, unusable);
  }

  /** The dimension of most vectors; of equally many, the higher one. */
  private static int commonDimension(Collection<float[]> vectors) {
    return vectors.stream()
        .map(vector -> vector.length)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static boolean isUsable(float @Nullable [] vector, int dimension) {
    return vector != null && vector.length == dimension && isFiniteAndNotZero(vector);
  }

  private static boolean isFiniteAndNotZero(float[] vector) {
    boolean notZero = false;
    for (float component : vector) {
      if (!Float.isFinite(component)) {
        return false;
      }
      notZero |= component != 0;
    }
    return notZero;
  }
}
