package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;

/** Says of every pair why it was made, and of everybody who is left why they are. */
final class Explanation {

  /** Candidates kept for each: the best, and some to be certain that it is. */
  private static final int CANDIDATES = 4;

  private final PairingInput input;
  private final Contenders contenders;
  private final Scores scores;
  private final CandidateSearch search;
  private final PartnerChooser chooser;
  private final boolean[] nobody;
  private final Progress progress;

  Explanation(
      PairingInput input,
      Contenders contenders,
      Scores scores,
      CandidateSearch search,
      Progress progress) {
    this.input = input;
    this.contenders = contenders;
    this.scores = scores;
    this.search = search;
    this.progress = progress;
    chooser = new PartnerChooser(contenders, scores, Double.NEGATIVE_INFINITY);
    nobody = new boolean[contenders.size()];
  }

  Pairing explain(List<Choice> choices, List<Unusable> unusable) {
    var pairs = new ArrayList<PlannedPair>(choices.size());
    var matched = new BitSet();
    for (var choice : choices) {
      matched.set(choice.chooser());
      matched.set(choice.partner());
      pairs.add(pair(choice, pairs.size() + 1));
    }
    int[] left =
        IntStream.range(0, contenders.size()).filter(number -> !matched.get(number)).toArray();
    var unmatched = new ArrayList<>(unmatched(left));
    unusable.stream()
        .map(left -> unmatched(left.seeker(), left.reason(), Optional.empty()))
        .forEach(unmatched::add);
    return new Pairing(pairs, unmatched);
  }

  private PlannedPair pair(Choice choice, int rank) {
    var chooser = contenders.seeker(choice.chooser());
    var partner = contenders.seeker(choice.partner());
    boolean inOrder = chooser.userId().compareTo(partner.userId()) < 0;
    var first = inOrder ? chooser : partner;
    var second = inOrder ? partner : chooser;
    return new PlannedPair(
        input.cycleId(),
        PairKey.of(first.userId(), second.userId()),
        first.optIn(),
        second.optIn(),
        choice.score(),
        choice.similarity(),
        first.waitBoost(),
        second.waitBoost(),
        rank,
        boxed(choice.runnerUp()));
  }

  private List<UnmatchedSeeker> unmatched(int[] left) {
    var unmatched = new ArrayList<UnmatchedSeeker>(left.length);
    if (left.length == 0) {
      return unmatched;
    }
    var everybody = search.pack(IntStream.range(0, contenders.size()).toArray());
    int matched = contenders.size() - left.length;
    for (int from = 0; from < left.length; from += CandidateSearch.batch()) {
      int[] batch =
          Arrays.copyOfRange(left, from, Math.min(left.length, from + CandidateSearch.batch()));
      var lists = best(batch, everybody, CANDIDATES);
      for (int row = 0; row < batch.length; row++) {
        int number = batch[row];
        var choice =
            chooser.choose(
                number,
                lists[row],
                nobody,
                capacity -> best(new int[] {number}, everybody, capacity)[0],
                contenders.size());
        unmatched.add(unmatched(number, choice.map(Choice::score), left.length));
      }
      progress.report(0.5 + 0.5 * unmatched.size() / left.length, matched);
    }
    return unmatched;
  }

  private TopList[] best(int[] rows, PackedColumns everybody, int capacity) {
    return search.best(rows, everybody, 0, capacity, Double.NEGATIVE_INFINITY, search::mayMeet);
  }

  private UnmatchedSeeker unmatched(int number, Optional<Double> allowed, int left) {
    var reason = reason(allowed, () -> highestForbidden(number), left);
    return unmatched(contenders.seeker(number), reason, allowed);
  }

  private OptionalDouble highestForbidden(int number) {
    return Arrays.stream(contenders.excludedOf(number))
        .mapToDouble(other -> scores.score(number, other))
        .max();
  }

  private UnmatchedSeeker unmatched(
      Seeker seeker, UnmatchedReason reason, Optional<Double> bestScore) {
    return new UnmatchedSeeker(
        input.cycleId(), seeker.userId(), seeker.optedInAt(), reason, bestScore);
  }

  /** Whoever is left though an allowed partner would have done found that partner taken. */
  private UnmatchedReason reason(
      Optional<Double> allowed, Supplier<OptionalDouble> forbidden, int left) {
    if (allowed.isPresent() && reachesThreshold(allowed.get())) {
      return left == 1 ? UnmatchedReason.ODD_ONE_OUT : UnmatchedReason.PARTNERS_TAKEN;
    }
    if (forbidden.get().stream().anyMatch(this::reachesThreshold)) {
      return UnmatchedReason.ONLY_EXCLUDED;
    }
    return contenders.size() == 1
        ? UnmatchedReason.ODD_ONE_OUT
        : UnmatchedReason.NOBODY_ABOVE_THRESHOLD;
  }

  private boolean reachesThreshold(double score) {
    return score >= input.settings().threshold();
  }

  private static Optional<Double> boxed(OptionalDouble score) {
    return score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty();
  }
}
