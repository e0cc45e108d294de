package mosaicmatch.plan;

import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * One pair of a plan; one line of the list of pairs, which carries all that processing it needs.
 *
 * @param cycleId the cycle
 * @param pairKey the pair
 * @param user1 the opt-in of the member whose id is lower
 * @param user2 the opt-in of the other member
 * @param score similarity plus the weighted mean of both wait boosts
 * @param similarity cosine of both embeddings, -1 to 1
 * @param boost1 wait boost of {@code user1}, 0 to 1
 * @param boost2 wait boost of {@code user2}, 0 to 1
 * @param rank the place at which the strategy chose this pair, from 1
 * @param runnerUpScore the best score that the chooser could have had instead, if there was one
 */
public record PlannedPair(
    CycleId cycleId,
    PairKey pairKey,
    OptIn user1,
    OptIn user2,
    double score,
    double similarity,
    double boost1,
    double boost2,
    int rank,
    Optional<Double> runnerUpScore)
    implements RetryItem {

  /**
   * Checks that the key is that of the members.
   *
   * @throws IllegalArgumentException if the key or the order of the members is wrong
   */
  public PlannedPair {
    if (!pairKey.value().equals(user1.userId() + "#" + user2.userId())) {
      throw new IllegalArgumentException("pair_key does not name user1 and user2 in order");
    }
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score must be a finite number");
    }
  }

  /** The opt-in of the member who is not {@code member}. */
  public OptIn partnerOf(SeekerId member) {
    return member.equals(user1.userId()) ? user2 : user1;
  }
}
