package mosaicmatch.pairing.search;

import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/** Some contenders, scaled to length 1, in the groups that a kernel multiplies with a panel. */
final class PackedRows {

  /** What rows may take of a processor's second cache, so that a panel has room beside them. */
  private static final int CACHE_BYTES = 1_200_000;

  private static final int FEWEST_GROUPS = 8;
  private static final int MOST_GROUPS = 64;

  private final int[] numbers;
  private final float[][] groups;

  PackedRows(Coordinates coordinates, int[] numbers) {
    this.numbers = numbers;
    groups = new float[(numbers.length + Kernel.ROWS - 1) / Kernel.ROWS][];
    IntStream.range(0, groups.length)
        .parallel()
        .forEach(group -> groups[group] = packed(coordinates, group * Kernel.ROWS));
  }

  /** How many rows of a dimension are best worked on together. */
  static int atATime(int dimension) {
    int bytes = Math.max(1, dimension) * Kernel.ROWS * Float.BYTES;
    return Kernel.ROWS * Math.clamp(CACHE_BYTES / bytes, FEWEST_GROUPS, MOST_GROUPS);
  }

  private float[] packed(Coordinates coordinates, int first) {
    var group = new float[coordinates.count() * Kernel.ROWS];
    for (int i = 0; i < Kernel.ROWS && first + i < numbers.length; i++) {
      coordinates.copy(numbers[first + i], group, i, Kernel.ROWS);
    }
    return group;
  }

  int groups() {
    return groups.length;
  }

  float[] group(int group) {
    return groups[group];
  }

  /** How many rows there are with those that fill the last group. */
  int padded() {
    return groups.length * Kernel.ROWS;
  }

  int number(int row) {
    return numbers[row];
  }
}
