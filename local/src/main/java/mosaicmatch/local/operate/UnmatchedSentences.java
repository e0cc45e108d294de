package mosaicmatch.local.operate;

import java.time.Duration;
import java.util.List;
import mosaicmatch.local.operate.SeekerExplanation.UnmatchedFacts;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.UnmatchedSeeker;

/** Why nobody was found for a seeker. */
final class UnmatchedSentences {

  private UnmatchedSentences() {}

  static UnmatchedFacts facts(PlanDocument plan, UnmatchedSeeker left) {
    return new UnmatchedFacts(
        left.reason(),
        left.bestScore(),
        Words.setting(plan, "threshold"),
        Duration.between(left.optedInAt(), plan.clock()));
  }

  static List<String> of(UnmatchedFacts left) {
    return List.of(
        "Left unmatched: " + reason(left),
        left.bestScore()
            .map(
                best ->
                    "The best score that any allowed partner would have given is %s; a pair needs %s."
                        .formatted(Words.score(best), left.threshold()))
            .orElse("There was no allowed partner to score with."),
        "They had waited for "
            + Words.span(left.waited())
            + ", and go on waiting with a higher priority.");
  }

  private static String reason(UnmatchedFacts left) {
    return switch (left.reason()) {
      case NOBODY_ABOVE_THRESHOLD -> "no score with anybody in the pool reaches the threshold.";
      case PARTNERS_TAKEN -> "everybody who would have done was paired with somebody else first.";
      case ONLY_EXCLUDED ->
          "everybody above the threshold is somebody they must not meet: blocked, or met lately.";
      case ODD_ONE_OUT -> "nobody else was left in the pool.";
      case UNUSABLE_VECTOR -> "their embedding is missing or can't be compared.";
    };
  }
}
