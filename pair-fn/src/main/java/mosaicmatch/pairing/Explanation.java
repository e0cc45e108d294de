package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;

/** Says of every pair why it was made, and of everybody who is left why they are. */
final class Explanation {

  private static final int BATCH = 64;

  private final PairingInput input;
  private final Contenders contenders;
  private final Scores scores;
  private final Progress progress;

  Explanation(PairingInput input, Contenders contenders, Scores scores, Progress progress) {
    this.input = input;
    this.contenders = contenders;
    this.scores = scores;
    this.progress = progress;
  }

  Pairing explain(List<Choice> choices, List<Seeker> unusable) {
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
        .map(seeker -> unmatched(seeker, UnmatchedReason.UNUSABLE_VECTOR, Optional.empty()))
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
    int[] everybody = IntStream.range(0, contenders.size()).toArray();
    int matched = contenders.size() - left.length;
    for (int from = 0; from < left.length; from += BATCH) {
      int[] batch = Arrays.copyOfRange(left, from, Math.min(left.length, from + BATCH));
      var similarities = scores.similarities(batch, everybody);
      for (int row = 0; row < batch.length; row++) {
        unmatched.add(unmatched(batch[row], similarities[row], left.length));
      }
      progress.report(0.5 + 0.5 * unmatched.size() / left.length, matched);
    }
    return unmatched;
  }

  private UnmatchedSeeker unmatched(int number, double[] similarities, int left) {
    var allowed = OptionalDouble.empty();
    var forbidden = OptionalDouble.empty();
    for (int other = 0; other < similarities.length; other++) {
      if (other == number) {
        continue;
      }
      double score = scores.score(number, other, similarities[other]);
      if (contenders.excludes(number, other)) {
        forbidden = higher(forbidden, score);
      } else {
        allowed = higher(allowed, score);
      }
    }
    return unmatched(contenders.seeker(number), reason(allowed, forbidden, left), boxed(allowed));
  }

  private UnmatchedSeeker unmatched(
      Seeker seeker, UnmatchedReason reason, Optional<Double> bestScore) {
    return new UnmatchedSeeker(
        input.cycleId(), seeker.userId(), seeker.optedInAt(), reason, bestScore);
  }

  /** Whoever is left though an allowed partner would have done found that partner taken. */
  private UnmatchedReason reason(OptionalDouble allowed, OptionalDouble forbidden, int left) {
    if (reachesThreshold(allowed)) {
      return left == 1 ? UnmatchedReason.ODD_ONE_OUT : UnmatchedReason.PARTNERS_TAKEN;
    }
    if (reachesThreshold(forbidden)) {
      return UnmatchedReason.ONLY_EXCLUDED;
    }
    return contenders.size() == 1
        ? UnmatchedReason.ODD_ONE_OUT
        : UnmatchedReason.NOBODY_ABOVE_THRESHOLD;
  }

  private boolean reachesThreshold(OptionalDouble score) {
    return score.isPresent() && score.getAsDouble() >= input.settings().threshold();
  }

  private static OptionalDouble higher(OptionalDouble best, double score) {
    return best.isPresent() && best.getAsDouble() >= score ? best : OptionalDouble.of(score);
  }

  private static Optional<Double> boxed(OptionalDouble score) {
    return score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty();
  }
}
