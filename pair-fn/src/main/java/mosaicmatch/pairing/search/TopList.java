package mosaicmatch.pairing.search;

import java.util.stream.IntStream;

/**
 * The highest approximate values that one row has met, with whom; in no order. A value is the
 * similarity with a candidate plus what the candidate's own waiting adds; the row's own waiting,
 * alike for all, is left out.
 */
public final class TopList {

  private final int[] numbers;
  private final float[] values;
  private int size;
  private float floor;
  private int lowest;

  /**
   * An empty list.
   *
   * @param capacity how many it keeps
   * @param floor what is not kept at all: values that don't exceed this
   */
  public TopList(int capacity, float floor) {
    numbers = new int[capacity];
    values = new float[capacity];
    this.floor = floor;
  }

  /** What a value must exceed to be kept: nobody who was met and is not here lies above it. */
  public float floor() {
    return floor;
  }

  /** Whether somebody may have been turned away for want of room. */
  public boolean isFull() {
    return size == numbers.length;
  }

  /** How many are kept. */
  public int size() {
    return size;
  }

  /** The number of the contender at a place, 0 to {@code size() - 1}. */
  public int number(int place) {
    return numbers[place];
  }

  /** The value at a place. */
  public float value(int place) {
    return values[place];
  }

  /** Keeps a value that exceeds the floor; in a full list the lowest one makes room. */
  public void add(int number, float value) {
    int place = isFull() ? lowest : size++;
    numbers[place] = number;
    values[place] = value;
    if (isFull()) {
      lowest = lowest();
      floor = Math.max(floor, values[lowest]);
    }
  }

  /** Keeps nothing any more that does not exceed this: as many are known who do. */
  void raiseFloor(float least) {
    floor = Math.max(floor, least);
  }

  /** An empty list of the same capacity and floor. */
  TopList another() {
    return new TopList(numbers.length, floor);
  }

  /** Keeps the best of both. */
  void addAll(TopList other) {
    for (int place = 0; place < other.size; place++) {
      if (other.values[place] > floor) {
        add(other.numbers[place], other.values[place]);
      }
    }
  }

  private int lowest() {
    int found = 0;
    for (int i = 1; i < size; i++) {
      if (values[i] < values[found]) {
        found = i;
      }
    }
    return found;
  }

  /** All places, those with the highest values first. */
  public int[] places() {
    return IntStream.range(0, size)
        .boxed()
        .sorted((one, other) -> Float.compare(values[other], values[one]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
