package mosaicmatch.report;

import java.util.Optional;

/**
 * A seeker whom the plan leaves unmatched.
 *
 * @param seeker who
 * @param reason why nobody was found, as the plan names it, such as {@code partners_taken}
 * @param bestScore the best score that any allowed partner would have given, if there was one
 */
public record ReportedUnmatched(ReportedSeeker seeker, String reason, Optional<Double> bestScore) {

  /**
   * Checks the score.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public ReportedUnmatched {
    bestScore.ifPresent(value -> Check.finite("bestScore", value));
  }
}
