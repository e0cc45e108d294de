package mosaicmatch.pairing.tiles;

import java.util.Arrays;

/**
 * The best candidates of each seeker, of all that the tiles have found; the same in whatever order
 * they come. Held in flat arrays: eight bytes for each candidate, and eight for each seeker. Safe
 * for use by many threads.
 */
final class MergedLists {

  /** Seekers with numbers that are equal but for these many bits never change at a time. */
  private static final int LOCK_BITS = 8;

  private final int candidates;
  private final int[] numbers;
  private final float[] values;
  private final int[] sizes;
  private final float[] floors;
  private final Object[] locks = new Object[1 << LOCK_BITS];

  /** Nobody has candidates yet, and nobody is missing. */
  MergedLists(int seekers, int candidates) {
    this.candidates = candidates;
    int room = Math.multiplyExact(seekers, candidates);
    numbers = new int[room];
    values = new float[room];
    sizes = new int[seekers];
    floors = new float[seekers];
    Arrays.fill(floors, Float.NEGATIVE_INFINITY);
    Arrays.setAll(locks, _ -> new Object());
  }

  /** Adds what a tile found for a seeker; whoever finds no room raises the floor. */
  void add(int seeker, RankedList found) {
    synchronized (locks[seeker & (locks.length - 1)]) {
      merge(seeker, found);
    }
  }

  private void merge(int seeker, RankedList found) {
    int from = seeker * candidates;
    var mine =
        new RankedList(
            Arrays.copyOfRange(numbers, from, from + sizes[seeker]),
            Arrays.copyOfRange(values, from, from + sizes[seeker]),
            floors[seeker]);
    int kept = Math.min(candidates, mine.size() + found.size());
    int i = 0;
    int j = 0;
    for (int place = 0; place < kept; place++) {
      boolean isMine = j == found.size() || (i < mine.size() && goesBefore(mine, i, found, j));
      numbers[from + place] = isMine ? mine.number(i) : found.number(j);
      values[from + place] = isMine ? mine.value(i++) : found.value(j++);
    }
    sizes[seeker] = kept;
    floors[seeker] = max(mine.floor(), found.floor(), firstLeft(mine, i), firstLeft(found, j));
  }

  private static boolean goesBefore(RankedList mine, int i, RankedList found, int j) {
    return mine.value(i) > found.value(j)
        || (mine.value(i) == found.value(j) && mine.number(i) < found.number(j));
  }

  private static float firstLeft(RankedList list, int place) {
    return place < list.size() ? list.value(place) : Float.NEGATIVE_INFINITY;
  }

  private static float max(float... floors) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float floor : floors) {
      highest = Math.max(highest, floor);
    }
    return highest;
  }

  int candidates() {
    return candidates;
  }

  int size(int seeker) {
    return sizes[seeker];
  }

  /** Nobody who is missing lies above it; minus infinity if nobody is missing. */
  float floor(int seeker) {
    return floors[seeker];
  }

  int number(int seeker, int place) {
    return numbers[seeker * candidates + place];
  }

  float value(int seeker, int place) {
    return values[seeker * candidates + place];
  }
}
