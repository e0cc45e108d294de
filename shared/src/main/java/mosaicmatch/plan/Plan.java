package mosaicmatch.plan;

/**
 * Where a plan is kept, and how much it holds.
 *
 * @param key the plan's own file
 * @param pairsKey the list of pairs, one {@link PlannedPair} a line
 * @param unmatchedKey the list of unmatched, one {@link UnmatchedSeeker} a line
 * @param pairs how many pairs
 * @param unmatched how many unmatched seekers
 * @param leftOut how many of the unmatched were left out since their vector, id or opt-in can't be
 *     used
 * @param adopted true if this run of the step found the cycle's plan already made
 */
public record Plan(
    String key,
    String pairsKey,
    String unmatchedKey,
    int pairs,
    int unmatched,
    int leftOut,
    boolean adopted) {

  /** Checks the counts. */
  public Plan {
    if (pairs < 0 || unmatched < 0 || leftOut < 0) {
      throw new IllegalArgumentException("pairs, unmatched and left_out must not be negative");
    }
  }

  /** The same plan, adopted. */
  public Plan asAdopted() {
    return new Plan(key, pairsKey, unmatchedKey, pairs, unmatched, leftOut, true);
  }
}
