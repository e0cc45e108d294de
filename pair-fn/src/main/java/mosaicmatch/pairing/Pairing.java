package mosaicmatch.pairing;

import java.util.List;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;

/**
 * Who is paired with whom, and who is left; together everybody in the pool, once.
 *
 * @param pairs by rank
 * @param unmatched by priority, those who could not take part last
 */
public record Pairing(List<PlannedPair> pairs, List<UnmatchedSeeker> unmatched) {

  /** Keeps copies. */
  public Pairing {
    pairs = List.copyOf(pairs);
    unmatched = List.copyOf(unmatched);
  }

  /** How many were left out because their vector, id or opt-in can't be used. */
  public int leftOut() {
    return (int) unmatched.stream().filter(seeker -> seeker.reason().isUnusable()).count();
  }
}
