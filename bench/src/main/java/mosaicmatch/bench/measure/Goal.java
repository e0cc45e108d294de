package mosaicmatch.bench.measure;

/**
 * What a measure is meant to reach.
 *
 * @param bound whether the limit is a ceiling or a floor
 * @param limit the limit, in the unit of the measure
 */
public record Goal(Bound bound, double limit) {

  /** Which side of the limit is good. */
  public enum Bound {
    /** A ceiling. */
    AT_MOST("≤"),
    /** A floor. */
    AT_LEAST("≥");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  /** No more than this. */
  public static Goal atMost(double limit) {
    return new Goal(Bound.AT_MOST, limit);
  }

  /** No less than this. */
  public static Goal atLeast(double limit) {
    return new Goal(Bound.AT_LEAST, limit);
  }

  /** Reads what {@link #toString} wrote. */
  static Goal parse(String text) {
    double limit = Double.parseDouble(text.substring(1));
    return text.startsWith(Bound.AT_MOST.sign) ? atMost(limit) : atLeast(limit);
  }

  /** Whether a figure is on the good side; what is not a number never is. */
  boolean isMetBy(double value) {
    return bound == Bound.AT_MOST ? value <= limit : value >= limit;
  }

  @Override
  public String toString() {
    return bound.sign + " " + Measure.format(limit);
  }
}
