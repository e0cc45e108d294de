package mosaicmatch.bench;

import java.util.List;

/** The middle of several figures. */
final class Median {

  private Median() {}

  /** The lower one of the two in the middle, if their number is even. */
  static double of(List<Double> figures) {
    return figures.stream().sorted().skip((figures.size() - 1) / 2).findFirst().orElseThrow();
  }
}
