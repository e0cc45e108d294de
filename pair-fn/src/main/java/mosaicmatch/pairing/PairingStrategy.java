package mosaicmatch.pairing;

import java.util.List;
import mosaicmatch.pairing.search.CandidateSources;

/**
 * A way of deciding who is paired with whom. The plan depends on the set of seekers, their vectors
 * and the settings alone: the order of the input, the number of threads and the exact source of
 * candidates change nothing, not even the last bit of a score.
 */
public interface PairingStrategy {

  /** Name and version, such as {@code priority-greedy/1}; kept with the plan. */
  String algorithm();

  /**
   * Chooses pairs, by rank. Nobody is in two of them, none is excluded, and each reaches its limit.
   *
   * @param progress hears how far the choice has come, 0 to 1
   */
  List<Choice> choose(PairingProblem problem, Progress progress);

  /**
   * Pairs the seekers of a pool with candidates that are computed here.
   *
   * @throws PoolUnusableException if more than half of the pool has no usable vector
   */
  default Pairing pair(PairingInput input, Progress progress) {
    return pair(input, CandidateSources.exact(), progress);
  }

  /** The same with candidates from elsewhere. */
  default Pairing pair(PairingInput input, CandidateSources sources, Progress progress) {
    var usability = Usability.of(input);
    var problem = PairingProblem.of(input, usability, sources);
    var parts = new ProgressInParts(progress);
    var choices = choose(problem, parts.part(0.7));
    var explanation = new Explanation(input, problem, parts.part(0.3));
    var pairing = explanation.explain(choices, usability.unusable());
    progress.report(1, 2 * choices.size());
    return pairing;
  }
}
