package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * Tells seekers who can take part from those who can't; each id is in one of the two, once.
 *
 * @param usable seekers with a usable vector, by priority
 * @param unusable the others, by priority; of an id that the pool names twice, the latest opt-in
 */
record Usability(List<Seeker> usable, List<Unusable> unusable) {

  /**
   * Sorts a pool into both.
   *
   * @throws PoolUnusableException if more than half can't take part
   */
  static Usability of(PairingInput input) {
    var twice = namedTwice(input.seekers());
    var vectors = VectorUse.of(input);
    var usable = new ArrayList<Seeker>();
    var unusable = new ArrayList<Unusable>();
    var pool = eachOnce(input.seekers());
    for (var seeker : pool) {
      reason(seeker, twice, input)
          .or(() -> vectors.fault(seeker.userId()))
          .ifPresentOrElse(
              reason -> unusable.add(new Unusable(seeker, reason)), () -> usable.add(seeker));
    }
    if (unusable.size() * 2 > pool.size()) {
      throw new PoolUnusableException(unusable, pool.size());
    }
    return new Usability(usable, unusable);
  }

  /** What is wrong with the pool goes before what is wrong with a vector. */
  private static Optional<UnmatchedReason> reason(
      Seeker seeker, Set<SeekerId> twice, PairingInput input) {
    if (twice.contains(seeker.userId())) {
      return Optional.of(UnmatchedReason.DUPLICATE_ID);
    }
    return seeker.optIn().isInTheFutureOf(input.clock())
        ? Optional.of(UnmatchedReason.FUTURE_OPT_IN)
        : Optional.empty();
  }

  private static Set<SeekerId> namedTwice(List<Seeker> seekers) {
    var seen = new HashSet<SeekerId>();
    return seekers.stream()
        .map(Seeker::userId)
        .filter(id -> !seen.add(id))
        .collect(Collectors.toSet());
  }

  /** By priority; of several lines of one id, the last in that order. */
  private static List<Seeker> eachOnce(Collection<Seeker> seekers) {
    return seekers.stream()
        .collect(
            Collectors.toMap(
                Seeker::userId, Function.identity(), BinaryOperator.maxBy(Seeker.BY_PRIORITY)))
        .values()
        .stream()
        .sorted(Seeker.BY_PRIORITY)
        .toList();
  }
}
