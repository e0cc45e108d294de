package mosaicmatch.pairing.tiles;

/**
 * Usable seekers of a pool with consecutive numbers, by priority.
 *
 * @param seekersKey where they are kept, one {@code Seeker} a line
 * @param vectorsKey where their vectors are kept, in the same order
 * @param first the number of the first
 * @param size how many they are, 1 or more
 */
public record Block(String seekersKey, String vectorsKey, int first, int size) {

  /** Checks the numbers. */
  public Block {
    if (first < 0 || size < 1 || first > Integer.MAX_VALUE - size) {
      throw new IllegalArgumentException("first must be 0 or more, and size 1 or more");
    }
  }

  boolean holds(int number) {
    return number >= first && number - first < size;
  }
}
