package mosaicmatch.bench.measure;

import java.util.List;

/** The middle of several figures. */
public final class Median {

  private Median() {}

  /** The lower one of the two in the middle, if their number is even. */
  public static double of(List<Double> figures) {
    return figures.stream().sorted().skip((figures.size() - 1) / 2).findFirst().orElseThrow();
  }
}
