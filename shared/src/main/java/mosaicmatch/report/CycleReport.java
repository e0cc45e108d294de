package mosaicmatch.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that the report of a cycle tells.
 *
 * @param cycleId the cycle, such as {@code 2026-11-22T02:00:00Z}
 * @param execution name or ARN of the execution that ran it
 * @param dryRun true if it only planned
 * @param startedAt when the execution started
 * @param finishedAt when it ended, or was looked at; one before the start counts as the start
 * @param pool how many seekers the pool held
 * @param leftOut how many seekers the pool or the plan left out, by reason, such as {@code
 *     live_claim}
 * @param pairs the plan's pairs
 * @param unmatched the plan's unmatched seekers
 * @param randomSimilarities similarities of pairs drawn at random from the pool, see {@link
 *     RandomPairs}; empty when there are no vectors
 * @param steps when its steps ran
 * @param troubles the errors it met
 * @param settings the settings it ran with, by name; no secrets
 */
public record CycleReport(
    String cycleId,
    String execution,
    boolean dryRun,
    Instant startedAt,
    Instant finishedAt,
    long pool,
    Map<String, Long> leftOut,
    List<ReportedPair> pairs,
    List<ReportedUnmatched> unmatched,
    List<Double> randomSimilarities,
    List<ReportedStep> steps,
    List<Trouble> troubles,
    Map<String, String> settings) {

  /**
   * Keeps copies, and checks the numbers.
   *
   * @throws IllegalArgumentException if the pool is negative, a random similarity is not finite, or
   *     a pair is PLANNED though the cycle is no dry run, or the other way round
   */
  public CycleReport {
    Check.notNegative("pool", pool);
    randomSimilarities.forEach(value -> Check.finite("randomSimilarities", value));
    Check.that(
        pairs.stream().allMatch(pair -> (pair.outcome() == PairOutcome.PLANNED) == dryRun),
        "all pairs of a dry run are planned, and none of another cycle is");
    finishedAt = finishedAt.isBefore(startedAt) ? startedAt : finishedAt;
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    pairs = List.copyOf(pairs);
    unmatched = List.copyOf(unmatched);
    randomSimilarities = List.copyOf(randomSimilarities);
    steps = List.copyOf(steps);
    troubles = List.copyOf(troubles);
  }

  /** How many pairs came to this outcome. */
  public long count(PairOutcome outcome) {
    return pairs.stream().filter(pair -> pair.outcome() == outcome).count();
  }

  /** From start to finish. */
  public Duration duration() {
    return Duration.between(startedAt, finishedAt);
  }

  /** How long the pool had waited. */
  public Quantiles<Duration> waits() {
    return Quantiles.of(Stream.concat(paired(), waiting()).map(ReportedSeeker::waited).toList());
  }

  /** How the plan's pairs score. */
  public Quantiles<Double> scores() {
    return Quantiles.of(pairs.stream().map(ReportedPair::score).toList());
  }

  Stream<ReportedSeeker> paired() {
    return pairs.stream().flatMap(ReportedPair::members);
  }

  Stream<ReportedSeeker> waiting() {
    return unmatched.stream().map(ReportedUnmatched::seeker);
  }
}
