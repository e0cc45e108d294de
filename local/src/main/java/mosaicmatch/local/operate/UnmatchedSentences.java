package mosaicmatch.local.operate;

import java.time.Duration;
import java.util.List;
import mosaicmatch.local.operate.SeekerExplanation.UnmatchedFacts;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.UnmatchedReason;
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
                    "The best score that %s would have given is %s; a pair needs %s."
                        .formatted(whoever(left.reason()), Words.score(best), left.threshold()))
            .orElse("There was no allowed partner to score with."),
        waited(left.waited()));
  }

  private static String whoever(UnmatchedReason reason) {
    return reason == UnmatchedReason.NOBODY_PROPOSED
        ? "any of those proposed"
        : "any allowed partner";
  }

  private static String waited(Duration waited) {
    return waited.isNegative()
        ? "Their opt-in was dated "
            + Words.span(waited.negated())
            + " ahead; they go on waiting, and can be paired when that time has come."
        : "They had waited for "
            + Words.span(waited)
            + ", and go on waiting with a higher priority.";
  }

  private static String reason(UnmatchedFacts left) {
    return switch (left.reason()) {
      case NOBODY_ABOVE_THRESHOLD -> "no score with anybody in the pool reaches the threshold.";
      case PARTNERS_TAKEN -> "everybody who would have done was paired with somebody else first.";
      case ONLY_EXCLUDED ->
          "everybody above the threshold is somebody they must not meet: blocked, or met lately.";
      case ODD_ONE_OUT -> "nobody else was left in the pool.";
      case NOBODY_PROPOSED ->
          "of those whom the index proposed, nobody would do or was free; others were not looked"
              + " at.";
      case NO_VECTOR -> "there is no embedding of their text; a new opt-in or chat makes one.";
      case NOT_FINITE_VECTOR ->
          "their embedding has components that are no finite numbers; it must be made anew.";
      case ALL_ZERO_VECTOR ->
          "their embedding is all zeros, which no direction is; it must be made anew.";
      case OTHER_DIMENSION ->
          "their embedding has another dimension than most of the pool's: it was made by another"
              + " model, and must be made anew.";
      case DUPLICATE_ID ->
          "the pool named their id more than once, so that none of its lines could be trusted.";
      case FUTURE_OPT_IN ->
          "their opt-in was later than the reading of the pool: the clock that dated it is wrong.";
      case UNUSABLE_VECTOR -> "their embedding is missing or can't be compared.";
    };
  }
}
