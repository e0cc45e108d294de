package mosaicmatch.traitservice.registry;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/**
 * One side of a pair that a cycle proposes.
 *
 * @param seeker whose opt-in it is
 * @param optedInAt that opt-in, epoch milliseconds
 * @param cycle the cycle that proposes
 * @param partner the other one
 */
public record Proposal(SeekerId seeker, long optedInAt, CycleId cycle, SeekerId partner) {

  /**
   * Checks that there are two people.
   *
   * @throws IllegalArgumentException if the partner is the seeker
   */
  public Proposal {
    if (seeker.equals(partner)) {
      throw new IllegalArgumentException("a pair needs two people");
    }
  }

  Match.PairId pair() {
    return Match.PairId.of(cycle, seeker, partner);
  }
}
