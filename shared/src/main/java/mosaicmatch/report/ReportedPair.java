package mosaicmatch.report;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pair of the plan.
 *
 * @param pairKey what it is known by in its cycle
 * @param first the member whose id is lower
 * @param second the other member
 * @param similarity cosine of both embeddings, -1 to 1
 * @param score similarity plus the weighted mean of both wait boosts
 * @param rank the place at which the strategy chose it, from 1
 * @param runnerUpScore the best score that the chooser could have had instead, if there was one
 * @param outcome what became of it
 * @param note why it is not completed, if that is known
 */
public record ReportedPair(
    String pairKey,
    ReportedSeeker first,
    ReportedSeeker second,
    double similarity,
    double score,
    int rank,
    Optional<Double> runnerUpScore,
    PairOutcome outcome,
    Optional<String> note) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not finite or the rank is negative
   */
  public ReportedPair {
    Check.finite("similarity", similarity);
    Check.finite("score", score);
    Check.notNegative("rank", rank);
    runnerUpScore.ifPresent(value -> Check.finite("runnerUpScore", value));
  }

  Stream<ReportedSeeker> members() {
    return Stream.of(first, second);
  }
}
