package mosaicmatch.bench.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * One row of a benchmark.
 *
 * @param name what was measured
 * @param value the figure; not a number, if it could not be measured
 * @param unit its unit
 * @param goal what it is meant to reach; nothing, if it is there to explain other rows
 * @param note how it came about, or why it did not; may be empty
 */
public record Measure(String name, double value, String unit, Optional<Goal> goal, String note) {

  /** A row with a goal. */
  public Measure(String name, double value, String unit, Goal goal) {
    this(name, value, unit, Optional.of(goal), "");
  }

  /** A row without a goal. */
  public Measure(String name, double value, String unit) {
    this(name, value, unit, Optional.empty(), "");
  }

  /** A row whose figure could not be had: its goal counts as missed. */
  public static Measure missing(String name, String unit, Goal goal, String why) {
    return new Measure(name, Double.NaN, unit, Optional.of(goal), "not measured: " + why);
  }

  /** The same with a note. */
  public Measure noting(String how) {
    return new Measure(name, value, unit, goal, how);
  }

  /** Whether the goal was met: {@code met}, {@code MISSED}, or nothing where there is none. */
  String verdict() {
    return goal.map(it -> it.isMetBy(value) ? "met" : "MISSED").orElse("");
  }

  static String format(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, isNearOne(value) ? "%.3f" : "%.2f", value);
  }

  /** Shares such as 0.995 need their third place. */
  private static boolean isNearOne(double value) {
    return Math.abs(value) < 2 && Math.rint(value * 100) != value * 100;
  }
}
