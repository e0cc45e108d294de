package mosaicmatch.pairing.search;

/** What of each contender is packed for a kernel. */
interface Coordinates {

  /** How many components are packed. */
  int count();

  /** Writes a contender's components to every {@code stride}th place. */
  void copy(int number, float[] to, int place, int stride);

  /** The length of what the packed components leave of a contender's vector, or more. */
  float rest(int number);
}
