package mosaicmatch.bench;

import java.util.Locale;

/**
 * One row of a benchmark.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit its unit
 * @param goal what it is meant to reach
 */
record Measure(String name, double value, String unit, Goal goal) {

  boolean meetsGoal() {
    return goal.isMetBy(value);
  }

  static String format(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
