package mosaicmatch.report;

/** Checks that the parts of a report share. */
final class Check {

  private Check() {}

  static void finite(String name, double value) {
    that(Double.isFinite(value), name + " must be a finite number");
  }

  static void notNegative(String name, long value) {
    that(value >= 0, name + " must not be negative");
  }

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
