package mosaicmatch.pairing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The best partner for one contender so far, and the second best; of equal scores, the lower id.
 */
final class Decision {

  private static final int NOBODY = -1;

  private final int chooser;
  private int partner = NOBODY;
  private int partnerRank;
  private double similarity;
  private double first = Double.NEGATIVE_INFINITY;
  private int runnerUp = NOBODY;
  private double second = Double.NEGATIVE_INFINITY;

  Decision(int chooser) {
    this.chooser = chooser;
  }

  int chooser() {
    return chooser;
  }

  /** The best score; negative infinity as long as there is none. */
  double first() {
    return first;
  }

  /** The second best score; negative infinity as long as there is none. */
  double second() {
    return second;
  }

  /** Takes in a candidate who is allowed, with the exact score. */
  void offer(int candidate, int idRank, double similarity, double score) {
    if (partner == NOBODY || score > first || (score == first && idRank < partnerRank)) {
      runnerUp = partner;
      second = first;
      partner = candidate;
      partnerRank = idRank;
      first = score;
      this.similarity = similarity;
    } else if (score > second) {
      runnerUp = candidate;
      second = score;
    }
  }

  /** Whether it would be the same with fewer to choose from: both are still free. */
  boolean holds(boolean[] taken) {
    return isFree(partner, taken) && isFree(runnerUp, taken);
  }

  private static boolean isFree(int candidate, boolean[] taken) {
    return candidate == NOBODY || !taken[candidate];
  }

  /** What comes of it; empty if there was no candidate. */
  Optional<Choice> choice() {
    return partner == NOBODY
        ? Optional.empty()
        : Optional.of(new Choice(chooser, partner, similarity, first, runnerUpScore()));
  }

  private OptionalDouble runnerUpScore() {
    return runnerUp == NOBODY ? OptionalDouble.empty() : OptionalDouble.of(second);
  }
}
