package mosaicmatch.pairing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes again and again the best of all pairs that can still be made: the highest score; of equal
 * scores, the pair whose lower id is lower, then the one whose higher id is. Exact: every score
 * that may decide is computed exactly. Its total score is at least half of the highest possible one
 * where no pair scores below zero (D. Avis, "A survey of heuristics for the weighted matching
 * problem", Networks 13, 1983).
 */
public final class GlobalGreedy implements PairingStrategy {

  /** Candidates kept for each: enough that few lists run out before their seeker is taken. */
  private static final int CANDIDATES = 64;

  /** Where waiting counts for much, the same few are the best for everybody: lists run out fast. */
  private static final int CANDIDATES_WITH_STRONG_BOOSTS = 128;

  /** Half of what a wait can add to a score, from which on boosts are strong. */
  private static final double STRONG = 0.25;

  @Override
  public String algorithm() {
    return "global-greedy/1";
  }

  @Override
  public List<Choice> choose(PairingProblem problem, Progress progress) {
    boolean strong =
        IntStream.range(0, problem.contenders().size())
            .anyMatch(number -> problem.scores().halfBoost(number) >= STRONG);
    int capacity = strong ? CANDIDATES_WITH_STRONG_BOOSTS : CANDIDATES;
    return new BestFirst(problem, capacity, progress).choices();
  }
}
