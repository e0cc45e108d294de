package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;

/** Says of every pair why it was made, and of everybody who is left why they are. */
final class Explanation {

  /** Candidates kept for each: the best, and one to be certain that it is. */
  private static final int CANDIDATES = 2;

  private static final double ANY = Double.NEGATIVE_INFINITY;

  private final PairingInput input;
  private final Contenders contenders;
  private final Scores scores;
  private final Limits limits;
  private final CandidateSource source;
  private final PartnerChooser bestOfAll;
  private final PartnerChooser withinLimits;
  private final boolean[] nobody;
  private final Progress progress;

  Explanation(PairingInput input, PairingProblem problem, Progress progress) {
    this.input = input;
    this.progress = progress;
    contenders = problem.contenders();
    scores = problem.scores();
    limits = problem.limits();
    source = problem.source();
    withinLimits = problem.chooser();
    bestOfAll = problem.bestOfAll();
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
        .map(out -> unmatched(out.seeker(), out.reason(), Optional.empty()))
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
    for (int from = 0; from < left.length; from += source.batch()) {
      int[] batch = Arrays.copyOfRange(left, from, Math.min(left.length, from + source.batch()));
      var lists = source.best(batch, nobody, CANDIDATES, ANY);
      var decisions = bestOfAll.decideAll(batch, lists, nobody);
      for (int row = 0; row < batch.length; row++) {
        int number = batch[row];
        int tried = lists[row].size();
        var decision =
            decisions.get(row).orElseGet(() -> bestOfAll.decideByMore(number, tried, nobody, ANY));
        unmatched.add(unmatched(number, decision.choice(), left.length));
      }
      progress.report((double) unmatched.size() / left.length, contenders.size() - left.length);
    }
    return unmatched;
  }

  private UnmatchedSeeker unmatched(int number, Optional<Choice> best, int left) {
    return unmatched(
        contenders.seeker(number), reason(number, best, left), best.map(Choice::score));
  }

  private UnmatchedSeeker unmatched(
      Seeker seeker, UnmatchedReason reason, Optional<Double> bestScore) {
    return new UnmatchedSeeker(
        input.cycleId(), seeker.userId(), seeker.optedInAt(), reason, bestScore);
  }

  /** Whoever is left though an allowed partner would have done found that partner taken. */
  private UnmatchedReason reason(int number, Optional<Choice> best, int left) {
    if (!source.isExact()) {
      return left == 1 ? UnmatchedReason.ODD_ONE_OUT : UnmatchedReason.NOBODY_PROPOSED;
    }
    if (best.isPresent() && somebodyWouldDo(best.get())) {
      return left == 1 ? UnmatchedReason.ODD_ONE_OUT : UnmatchedReason.PARTNERS_TAKEN;
    }
    if (Arrays.stream(contenders.excludedOf(number)).anyMatch(other -> wouldDo(number, other))) {
      return UnmatchedReason.ONLY_EXCLUDED;
    }
    return contenders.size() == 1
        ? UnmatchedReason.ODD_ONE_OUT
        : UnmatchedReason.NOBODY_ABOVE_THRESHOLD;
  }

  /** The best would do, or somebody with a lower score and a lower limit. */
  private boolean somebodyWouldDo(Choice best) {
    int number = best.chooser();
    double lowest = limits.lowestFrom(0);
    return best.score() >= limits.limit(number, best.partner())
        || (best.score() >= lowest
            && withinLimits.decideByMore(number, 0, nobody, lowest).choice().isPresent());
  }

  private boolean wouldDo(int number, int other) {
    return scores.score(number, other) >= limits.limit(number, other);
  }

  private static Optional<Double> boxed(OptionalDouble score) {
    return score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty();
  }
}
