package mosaicmatch.pairing;

import java.util.stream.IntStream;

/** The highest approximate scores that one row has met, with whom; in no order. */
final class TopList {

  private final int[] numbers;
  private final float[] values;
  private int size;
  private float floor;

  /**
   * An empty list.
   *
   * @param capacity how many it keeps
   * @param floor what is not kept at all: values that don't exceed this
   */
  TopList(int capacity, float floor) {
    numbers = new int[capacity];
    values = new float[capacity];
    this.floor = floor;
  }

  /** What a value must exceed to be kept: nobody who was met and is not here lies above it. */
  float floor() {
    return floor;
  }

  /** Whether somebody may have been turned away for want of room. */
  boolean isFull() {
    return size == numbers.length;
  }

  int size() {
    return size;
  }

  int number(int place) {
    return numbers[place];
  }

  float value(int place) {
    return values[place];
  }

  /** Keeps a value that exceeds the floor; in a full list the lowest one makes room. */
  void add(int number, float value) {
    int place = isFull() ? lowest() : size++;
    numbers[place] = number;
    values[place] = value;
    if (isFull()) {
      floor = values[lowest()];
    }
  }

  private int lowest() {
    int lowest = 0;
    for (int i = 1; i < size; i++) {
      if (values[i] < values[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }

  /** All places, those with the highest values first. */
  int[] places() {
    return IntStream.range(0, size)
        .boxed()
        .sorted((one, other) -> Float.compare(values[other], values[one]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
