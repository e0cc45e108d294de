package mosaicmatch.pairing.tiles;

import mosaicmatch.cycle.CycleId;

/**
 * Two blocks whose seekers are compared with each other, or one block by itself; one line of the
 * list that the state machine maps over.
 *
 * @param cycleId the cycle
 * @param one a block
 * @param other the same, or a later one
 * @param listsKey where the candidates that are found go, each time
 * @param dimension components of each vector
 * @param candidates how many are kept for each seeker, 1 or more
 * @param waitBoostWeight how much waiting counts beside similarity
 */
public record Tile(
    CycleId cycleId,
    Block one,
    Block other,
    String listsKey,
    int dimension,
    int candidates,
    double waitBoostWeight) {

  /** Checks that the blocks are in order. */
  public Tile {
    if (other.first() < one.first() || dimension < 1 || candidates < 1) {
      throw new IllegalArgumentException(
          "one must not come after other; dimension and candidates must be 1 or more");
    }
  }

  /** Whether a block is compared with itself. */
  boolean isDiagonal() {
    return one.first() == other.first();
  }

  /** How many seekers get a list. */
  int rows() {
    return isDiagonal() ? one.size() : one.size() + other.size();
  }

  /** The number, in the whole pool, of the seeker whose list is at this place. */
  int number(int row) {
    return row < one.size() ? one.first() + row : other.first() + row - one.size();
  }

  /** The block that a row's candidates are of. */
  Block opposite(int row) {
    return row < one.size() ? other : one;
  }
}
