package mosaicmatch.pairing;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pairing.search.TopList;

/** Finds the best free partner for one contender, of those that a source proposes. */
final class PartnerChooser {

  /** How many times longer a list becomes that did not decide. */
  static final int MORE = 32;

  private final Contenders contenders;
  private final Scores scores;
  private final CandidateSource source;
  private final Limit limit;
  private final ToDoubleFunction<Decision> decisive;

  /** The score that two must reach to be a pair. */
  @FunctionalInterface
  interface Limit {
    double of(int one, int other);
  }

  /**
   * For a problem.
   *
   * @param limit what the score of a partner must reach
   * @param decisive which score of a decision nobody who is missing may exceed: the second for a
   *     choice with its runner-up, the first if only the best is asked for
   */
  PartnerChooser(PairingProblem problem, Limit limit, ToDoubleFunction<Decision> decisive) {
    contenders = problem.contenders();
    scores = problem.scores();
    source = problem.source();
    this.limit = limit;
    this.decisive = decisive;
  }

  /**
   * Decides by a list of candidates if it is long enough, computing exactly what may decide; empty
   * if somebody who is not in the list could change what is asked for.
   */
  Optional<Decision> decide(int chooser, TopList list, boolean[] taken) {
    var decision = best(chooser, list, taken);
    return isCertain(chooser, list, decision) ? Optional.of(decision) : Optional.empty();
  }

  /** The same for some choosers, each as if the others took nobody. */
  List<Optional<Decision>> decideAll(int[] choosers, TopList[] lists, boolean[] taken) {
    return IntStream.range(0, choosers.length)
        .parallel()
        .mapToObj(row -> decide(choosers[row], lists[row], taken))
        .toList();
  }

  /**
   * Decides by ever longer lists.
   *
   * @param tried how many candidates did not decide; 0 for none so far
   * @param least the lowest score that makes a pair with anybody
   */
  Decision decideByMore(int chooser, int tried, boolean[] taken, double least) {
    int capacity = tried;
    while (capacity < contenders.size()) {
      capacity = Math.min(MORE * Math.max(1, capacity), contenders.size());
      var decision = decide(chooser, source.best(chooser, taken, capacity, least), taken);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    throw new IllegalStateException("a list of everybody does not decide for " + chooser);
  }

  /** From the highest value down, until nobody further counts. */
  private Decision best(int chooser, TopList list, boolean[] taken) {
    var decision = new Decision(chooser);
    for (int place : list.places()) {
      if (scores.highest(chooser, list.value(place)) < decisive.applyAsDouble(decision)) {
        break;
      }
      if (!taken[list.number(place)]) {
        offer(decision, list.number(place));
      }
    }
    return decision;
  }

  private void offer(Decision decision, int candidate) {
    double similarity = scores.similarity(decision.chooser(), candidate);
    double score = scores.score(decision.chooser(), candidate, similarity);
    if (score >= limit.of(decision.chooser(), candidate)) {
      decision.offer(candidate, contenders.idRank(candidate), similarity, score);
    }
  }

  private boolean isCertain(int chooser, TopList list, Decision decision) {
    return !source.isExact()
        || !list.isFull()
        || decisive.applyAsDouble(decision) > scores.highest(chooser, list.floor());
  }
}
