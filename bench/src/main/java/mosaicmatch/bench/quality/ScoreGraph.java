package mosaicmatch.bench.quality;

import java.util.Arrays;

/** Seekers by number, and the scores of some pairs of them. */
final class ScoreGraph {

  private final int seekers;
  private int[] ones = new int[1024];
  private int[] others = new int[1024];
  private double[] scores = new double[1024];
  private int size;

  ScoreGraph(int seekers) {
    this.seekers = seekers;
  }

  int seekers() {
    return seekers;
  }

  /** How many pairs there are. */
  int size() {
    return size;
  }

  int one(int pair) {
    return ones[pair];
  }

  int other(int pair) {
    return others[pair];
  }

  double score(int pair) {
    return scores[pair];
  }

  /** Another pair, which must not be here yet. */
  void add(int one, int other, double score) {
    if (size == ones.length) {
      ones = Arrays.copyOf(ones, 2 * size);
      others = Arrays.copyOf(others, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    ones[size] = one;
    others[size] = other;
    scores[size] = score;
    size++;
  }
}
