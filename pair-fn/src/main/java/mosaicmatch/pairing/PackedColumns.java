package mosaicmatch.pairing;

import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Contenders side by side, scaled to length 1, in the panels that a kernel multiplies. Places
 * behind the last contender are filled with zeros, and with a boost that no score gets over.
 */
final class PackedColumns {

  private final int[] numbers;
  private final int width;
  private final int dimension;
  private final float[][] panels;
  private final float[] boosts;

  /** Packs these contenders in this order. */
  PackedColumns(Contenders contenders, Scores scores, int[] numbers, Kernel kernel) {
    this.numbers = numbers;
    width = kernel.width();
    dimension = contenders.dimension();
    int count = (numbers.length + width - 1) / width;
    panels = new float[count][];
    boosts = new float[count * width];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            panel -> {
              panels[panel] = new float[dimension * width];
              for (int i = 0; i < width; i++) {
                fill(scores, panel, i);
              }
            });
  }

  private void fill(Scores scores, int panel, int i) {
    int place = panel * width + i;
    if (place >= numbers.length) {
      boosts[place] = Float.NEGATIVE_INFINITY;
      return;
    }
    int number = numbers[place];
    boosts[place] = (float) scores.halfBoost(number);
    scores.copyScaled(number, panels[panel], i, width);
  }

  int size() {
    return numbers.length;
  }

  int panelCount() {
    return panels.length;
  }

  /** The panel that a place is in. */
  int panelOf(int place) {
    return place / width;
  }

  float[] panel(int panel) {
    return panels[panel];
  }

  /** What each column adds to a similarity, by place. */
  float[] boosts() {
    return boosts;
  }

  /** The contender at a place, which must not lie behind the last. */
  int number(int place) {
    return numbers[place];
  }
}
