package mosaicmatch.pairing.search;

/** Proposes partners: for each of some seekers those with whom they have the highest scores. */
public interface CandidateSource {

  /**
   * The best for each row, none of them taken, excluded, or the row itself.
   *
   * @param rows numbers of contenders
   * @param taken by number, who is not to be proposed
   * @param capacity how many are kept for each row, 1 or more; a source that has lists may keep
   *     more or fewer, but all of them when asked for as many as there are contenders
   * @param least a score below which nobody needs to be proposed
   */
  TopList[] best(int[] rows, boolean[] taken, int capacity, double least);

  /** The same for one row. */
  default TopList best(int row, boolean[] taken, int capacity, double least) {
    return best(new int[] {row}, taken, capacity, least)[0];
  }

  /**
   * True if nobody who is missing in a list lies above its floor, so that a plan made of the lists
   * is exact.
   */
  default boolean isExact() {
    return true;
  }

  /** How many rows are best asked for together. */
  default int batch() {
    return 384;
  }
}
