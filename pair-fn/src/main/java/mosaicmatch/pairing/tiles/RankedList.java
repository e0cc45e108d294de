package mosaicmatch.pairing.tiles;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import mosaicmatch.pairing.search.TopList;

/**
 * Candidates of one seeker by falling value, of equal values the lower number first.
 *
 * @param numbers who
 * @param values their values
 * @param floor nobody who is missing lies above it; minus infinity if nobody is missing
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and made by the million.
record RankedList(int[] numbers, float[] values, float floor) {

  /** What a search has found, under other numbers. */
  static RankedList of(TopList list, IntUnaryOperator renumbered) {
    var keys = new long[list.size()];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = key(list.value(place), renumbered.applyAsInt(list.number(place)));
    }
    Arrays.sort(keys);
    var numbers = new int[keys.length];
    var values = new float[keys.length];
    for (int place = 0; place < keys.length; place++) {
      numbers[place] = (int) keys[place];
      values[place] = value(keys[place]);
    }
    return new RankedList(numbers, values, list.floor());
  }

  /** Sorts as the higher value, then the lower number. */
  private static long key(float value, int number) {
    int bits = Float.floatToIntBits(value + 0f);
    int rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ~rising << 32) | number;
  }

  private static float value(long key) {
    int rising = ~(int) (key >> 32);
    return Float.intBitsToFloat(rising ^ ((rising >> 31) & Integer.MAX_VALUE));
  }

  int size() {
    return numbers.length;
  }

  int number(int place) {
    return numbers[place];
  }

  float value(int place) {
    return values[place];
  }
}
