package mosaicmatch.pairing;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Finds the best free partner for one contender, of those that a search proposes. */
final class PartnerChooser {

  /** How many times longer a list becomes that did not decide. */
  private static final int MORE = 32;

  private final Contenders contenders;
  private final Scores scores;
  private final double threshold;

  PartnerChooser(Contenders contenders, Scores scores, double threshold) {
    this.contenders = contenders;
    this.scores = scores;
    this.threshold = threshold;
  }

  /**
   * Chooses by a list of candidates, or by longer ones if that does not decide.
   *
   * @param list who was found in a first search
   * @param served who is not free any more
   * @param longer searches again, for so many candidates
   * @param everybody as many as there are
   */
  Optional<Choice> choose(
      int chooser, TopList list, boolean[] served, IntFunction<TopList> longer, int everybody) {
    var candidates = list;
    var best = best(chooser, candidates, served);
    while (!isCertain(chooser, candidates, best)) {
      int capacity = Math.min(MORE * candidates.size(), everybody);
      candidates = longer.apply(capacity);
      best = best(chooser, candidates, served);
      if (capacity == everybody) {
        break;
      }
    }
    return best.choice(chooser);
  }

  /** From the highest value down; only scores that may decide are computed exactly. */
  private BestTwo best(int chooser, TopList list, boolean[] served) {
    var best = new BestTwo();
    double ownBoost = scores.halfBoost(chooser);
    for (int place : list.places()) {
      if (list.value(place) + ownBoost + scores.error() < best.second) {
        break;
      }
      if (!served[list.number(place)]) {
        best.take(chooser, list.number(place));
      }
    }
    return best;
  }

  /** Whether nobody outside the list can be better than the best, or than the second. */
  private boolean isCertain(int chooser, TopList list, BestTwo best) {
    return !list.isFull()
        || best.second > list.floor() + scores.halfBoost(chooser) + scores.error();
  }

  /** The best partner so far, and the second best score; of equal scores, the lower id. */
  private final class BestTwo {

    private int partner = -1;
    private double similarity;
    private double first = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;

    void take(int chooser, int candidate) {
      double like = scores.similarity(chooser, candidate);
      double score = scores.score(chooser, candidate, like);
      if (score < threshold) {
        return;
      }
      if (partner < 0 || beats(score, candidate)) {
        second = first;
        first = score;
        partner = candidate;
        similarity = like;
      } else {
        second = Math.max(second, score);
      }
    }

    private boolean beats(double score, int candidate) {
      return score > first
          || (score == first && contenders.idRank(candidate) < contenders.idRank(partner));
    }

    Optional<Choice> choice(int chooser) {
      return partner < 0
          ? Optional.empty()
          : Optional.of(new Choice(chooser, partner, similarity, first, runnerUp()));
    }

    private OptionalDouble runnerUp() {
      return Double.isFinite(second) ? OptionalDouble.of(second) : OptionalDouble.empty();
    }
  }
}
