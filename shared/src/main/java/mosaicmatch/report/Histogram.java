package mosaicmatch.report;

import java.util.Collection;

/**
 * How many values fall into each of a row of bins of one width; values beyond the ends count in the
 * first and the last.
 *
 * @param low where the first bin starts
 * @param width of a bin, above 0
 * @param counts values in each bin
 */
@SuppressWarnings("ArrayRecordComponent")
record Histogram(double low, double width, int[] counts) {

  // Rounding must not put 0.30 into the bin that ends there.
  private static final double NUDGE = 1e-9;

  static Histogram of(Collection<Double> values, double low, double width, int bins) {
    var counts = new int[bins];
    for (double value : values) {
      counts[Math.clamp((int) Math.floor((value - low) / width + NUDGE), 0, bins - 1)]++;
    }
    return new Histogram(low, width, counts);
  }

  int bins() {
    return counts.length;
  }

  int count(int bin) {
    return counts[bin];
  }

  /** The bin's part of all values, 0 to 1. */
  double share(int bin) {
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    return all == 0 ? 0 : (double) counts[bin] / all;
  }

  double highestShare() {
    double highest = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      highest = Math.max(highest, share(bin));
    }
    return highest;
  }

  double start(int bin) {
    return low + bin * width;
  }
}
