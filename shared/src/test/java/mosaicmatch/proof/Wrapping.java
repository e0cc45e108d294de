package mosaicmatch.proof;

/** Wraps ports, such as to break one, or to make each call a step. */
public interface Wrapping {

  /** Leaves every port as it is. */
  Wrapping NONE = Wrapping::same;

  /** The port as others see it. */
  <T> T wrap(Class<T> port, T real);

  /** Wraps first by this, then by the other one around it. */
  default Wrapping inside(Wrapping outer) {
    var inner = this;
    return new Wrapping() {
      @Override
      public <T> T wrap(Class<T> port, T real) {
        return outer.wrap(port, inner.wrap(port, real));
      }
    };
  }

  private static <T> T same(Class<T> port, T real) {
    return real;
  }
}
