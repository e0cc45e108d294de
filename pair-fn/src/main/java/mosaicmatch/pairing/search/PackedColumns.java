package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Contenders side by side, scaled to length 1, in the panels that a kernel multiplies. In no order:
 * whoever is taken makes room for one of the last. Places behind the last contender hold anything,
 * and a boost that no score gets over.
 */
final class PackedColumns {

  private final Scores scores;
  private final Coordinates coordinates;
  private final int width;
  private final int[] numbers;
  private final float[][] panels;
  private final float[] boosts;
  private final float[] rests;
  private final BitSet packed = new BitSet();
  private int size;

  /** Room for all contenders, of whom nobody is packed yet. */
  PackedColumns(int contenders, Scores scores, Coordinates coordinates, Kernel kernel) {
    this.scores = scores;
    this.coordinates = coordinates;
    width = kernel.width();
    numbers = new int[contenders];
    panels = new float[(contenders + width - 1) / width][];
    boosts = new float[panels.length * width];
    rests = new float[boosts.length];
  }

  /** Packs all who are not taken, and nobody else. */
  void keep(boolean[] taken) {
    int[] free = IntStream.range(0, taken.length).filter(number -> !taken[number]).toArray();
    if (Arrays.stream(free).allMatch(packed::get)) {
      fillHoles(taken, free.length);
    } else {
      for (int panel = 0; panel * width < free.length; panel++) {
        panels[panel] =
            panels[panel] == null ? new float[coordinates.count() * width] : panels[panel];
      }
      packed.clear();
      place(free, IntStream.range(0, free.length).toArray());
    }
    packed.clear();
    Arrays.stream(free).forEach(packed::set);
    size = free.length;
    Arrays.fill(boosts, size, boosts.length, Float.NEGATIVE_INFINITY);
  }

  private void fillHoles(boolean[] taken, int newSize) {
    int[] holes = IntStream.range(0, newSize).filter(place -> taken[numbers[place]]).toArray();
    int[] movers =
        IntStream.range(newSize, size)
            .map(place -> numbers[place])
            .filter(number -> !taken[number])
            .toArray();
    place(movers, holes);
  }

  private void place(int[] who, int[] places) {
    IntStream.range(0, who.length).parallel().forEach(i -> place(who[i], places[i]));
  }

  private void place(int number, int place) {
    numbers[place] = number;
    boosts[place] = (float) scores.halfBoost(number);
    rests[place] = coordinates.rest(number);
    coordinates.copy(number, panels[place / width], place % width, width);
  }

  int size() {
    return size;
  }

  /** How many panels hold somebody. */
  int panelCount() {
    return (size + width - 1) / width;
  }

  float[] panel(int panel) {
    return panels[panel];
  }

  /** What each column adds to a similarity, by place. */
  float[] boosts() {
    return boosts;
  }

  /** What the packed components leave of each column, by place. */
  float[] rests() {
    return rests;
  }

  /** The contender at a place, which must not lie behind the last. */
  int number(int place) {
    return numbers[place];
  }
}
