package mosaicmatch.report;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cycle in a few numbers.
 *
 * @param pool seekers in the pool
 * @param planned pairs of the plan
 * @param completed pairs that were completed
 * @param unfinished pairs that are still to be finished
 * @param givenUp pairs superseded, abandoned or failed
 * @param unmatched seekers whom the plan leaves unmatched
 * @param matchedShare seekers in completed pairs (planned ones in a dry run) as a share of the
 *     pool, 0 to 1
 * @param meanSimilarity mean similarity of the planned pairs, if there are any
 * @param meanRandomSimilarity mean similarity of random pairs, if any were drawn
 * @param medianWait half of the pool has waited no longer, if it holds anybody
 * @param longestWait nobody in the pool has waited longer, if it holds anybody
 * @param duration from start to finish
 */
public record CycleSummary(
    long pool,
    long planned,
    long completed,
    long unfinished,
    long givenUp,
    long unmatched,
    double matchedShare,
    OptionalDouble meanSimilarity,
    OptionalDouble meanRandomSimilarity,
    Optional<Duration> medianWait,
    Optional<Duration> longestWait,
    Duration duration) {

  /** Adds a report up. */
  public static CycleSummary of(CycleReport report) {
    long planned = report.pairs().size();
    long completed = report.count(PairOutcome.COMPLETED);
    long unfinished = report.count(PairOutcome.UNFINISHED);
    long matched = report.dryRun() ? planned : completed;
    var waits = report.waits();
    return new CycleSummary(
        report.pool(),
        planned,
        completed,
        unfinished,
        planned - completed - unfinished - report.count(PairOutcome.PLANNED),
        report.unmatched().size(),
        report.pool() == 0 ? 0 : 2.0 * matched / report.pool(),
        mean(report.pairs().stream().map(ReportedPair::similarity).toList()),
        mean(report.randomSimilarities()),
        waits.at(0.5),
        waits.at(1),
        report.duration());
  }

  /**
   * How many times as similar the pairs are as random pairs, on average; empty if either mean is
   * unknown or that of random pairs is not above 0.
   */
  public OptionalDouble timesAsAlike() {
    double random = meanRandomSimilarity.orElse(0);
    return random > 0 && meanSimilarity.isPresent()
        ? OptionalDouble.of(meanSimilarity.getAsDouble() / random)
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average();
  }
}
