package mosaicmatch.report;

import java.util.Arrays;
import java.util.Collection;

/** Similarities of random pairs, as something to hold a pair against. */
final class Baseline {

  private final double[] ascending;

  Baseline(Collection<Double> similarities) {
    ascending = similarities.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** How a pair of this similarity stands against random pairs, as half a sentence. */
  String standing(double similarity) {
    if (ascending.length == 0) {
      return "no random pairs to compare with";
    }
    int below = countBelow(similarity);
    return below == ascending.length
        ? "closer than all " + Figures.count(below) + " random pairs"
        : "closer than " + Figures.share((double) below / ascending.length) + " of random pairs";
  }

  private int countBelow(double similarity) {
    int found = Arrays.binarySearch(ascending, similarity);
    int at = found >= 0 ? found : -found - 1;
    while (at > 0 && ascending[at - 1] == similarity) {
      at--;
    }
    return at;
  }
}
