package mosaicmatch.bench;

/**
 * What a measure is meant to reach.
 *
 * @param bound whether the limit is a ceiling or a floor
 * @param limit the limit, in the unit of the measure
 */
record Goal(Bound bound, double limit) {

  /** Which side of the limit is good. */
  enum Bound {
    AT_MOST("≤"),
    AT_LEAST("≥");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  static Goal atMost(double limit) {
    return new Goal(Bound.AT_MOST, limit);
  }

  static Goal atLeast(double limit) {
    return new Goal(Bound.AT_LEAST, limit);
  }

  boolean isMetBy(double value) {
    return bound == Bound.AT_MOST ? value <= limit : value >= limit;
  }

  @Override
  public String toString() {
    return bound.sign + " " + Measure.format(limit);
  }
}
