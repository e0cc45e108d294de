package aslengine.run;

import aslengine.definition.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Decides whether and when a state is tried again; every retrier is counted by itself. */
final class RetryPlan {
  private static final double MILLIS_PER_SECOND = 1_000;

  private RetryPlan() {}

  /** The first retrier that means this failure, unless it has been used up. */
  static OptionalInt choose(List<Retrier> retriers, List<Integer> uses, Failure failure) {
    for (int i = 0; i < retriers.size(); i++) {
      if (ErrorMatch.matches(retriers.get(i).errorEquals(), failure)) {
        return uses.get(i) < retriers.get(i).maxAttempts()
            ? OptionalInt.of(i)
            : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The delay before the next retry.
   *
   * @param used how often this retrier was used before
   */
  static Duration delay(Retrier retrier, int used, RandomGenerator random) {
    double grown = retrier.intervalSeconds() * Math.pow(retrier.backoffRate(), used);
    double bounded =
        retrier.maxDelaySeconds().isPresent()
            ? Math.min(grown, retrier.maxDelaySeconds().getAsInt())
            : grown;
    double drawn = retrier.fullJitter() ? bounded * random.nextDouble() : bounded;
    return Duration.ofMillis(Math.round(drawn * MILLIS_PER_SECOND));
  }
}
