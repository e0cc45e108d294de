package mosaicmatch.pairing;

import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the best free partner for one contender. */
final class PartnerChooser {

  private final Contenders contenders;
  private final Scores scores;
  private final double threshold;

  PartnerChooser(Contenders contenders, Scores scores, double threshold) {
    this.contenders = contenders;
    this.scores = scores;
    this.threshold = threshold;
  }

  /**
   * Chooses for {@code candidates[place]} among the candidates after it, and marks the partner as
   * served; empty if no allowed score reaches the threshold.
   */
  Optional<Choice> choose(int[] candidates, int place, double[] similarities, boolean[] served) {
    int chooser = candidates[place];
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    double runnerUp = Double.NEGATIVE_INFINITY;
    for (int i = place + 1; i < candidates.length; i++) {
      if (served[candidates[i]]) {
        continue;
      }
      double score = scores.score(chooser, candidates[i], similarities[i]);
      if (score < threshold || score < runnerUp || contenders.excludes(chooser, candidates[i])) {
        continue;
      }
      if (best < 0 || beats(score, candidates[i], bestScore, candidates[best])) {
        runnerUp = bestScore;
        best = i;
        bestScore = score;
      } else {
        runnerUp = score;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    served[candidates[best]] = true;
    return Optional.of(
        new Choice(chooser, candidates[best], similarities[best], bestScore, finite(runnerUp)));
  }

  private boolean beats(double score, int candidate, double bestScore, int best) {
    return score > bestScore
        || (score == bestScore && contenders.idRank(candidate) < contenders.idRank(best));
  }

  private static OptionalDouble finite(double score) {
    return Double.isFinite(score) ? OptionalDouble.of(score) : OptionalDouble.empty();
  }
}
