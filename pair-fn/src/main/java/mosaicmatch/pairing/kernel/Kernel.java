package mosaicmatch.pairing.kernel;

/**
 * Multiplies six rows with a panel of columns, in single precision: the innermost loops of a matrix
 * product. Rows and columns are vectors of one dimension, packed component by component, so that
 * both are read from one end to the other (K. Goto and R. A. van de Geijn, "Anatomy of
 * High-Performance Matrix Multiplication", ACM TOMS 34(3), 2008).
 */
public interface Kernel {

  /** Rows that are worked on together. */
  int ROWS = 6;

  /** How many columns a panel has. */
  int width();

  /**
   * Adds products to sums: {@code sums[row * width + column]} grows by the sum over {@code depth}
   * components of {@code rows[component * ROWS + row] * panel[component * width + column]}. Each
   * sum is made in the order of the components, with one or two roundings for each.
   *
   * @param rowsFrom where the first component's rows begin
   * @param panelFrom where the first component's columns begin
   * @param sumsFrom where the first row's sums begin; {@code ROWS * width} of them are changed
   */
  void multiply(
      float[] rows,
      int rowsFrom,
      float[] panel,
      int panelFrom,
      int depth,
      float[] sums,
      int sumsFrom);

  /**
   * The highest of {@code values[valuesFrom + i] + more[moreFrom + i]} over a panel's width; not a
   * number, if one of them is none.
   */
  float highestSum(float[] values, int valuesFrom, float[] more, int moreFrom);

  /**
   * Finds the columns of a panel for which {@code values[valuesFrom + i] + more[moreFrom + i] +
   * factor * factors[moreFrom + i]} exceeds a limit.
   *
   * @param found where their places in the panel are written, in order; as long as a panel is wide
   * @return how many there are
   */
  int above(
      float[] values,
      int valuesFrom,
      float[] more,
      float[] factors,
      int moreFrom,
      float factor,
      float limit,
      int[] found);

  /** The sum of products of the components from {@code from} to before {@code end}. */
  float product(float[] one, float[] other, int from, int end);

  /**
   * The fastest that runs here: by the vectors that the processor prefers, or without the Vector
   * API where the JVM was started without its module, {@code jdk.incubator.vector}.
   */
  static Kernel fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? VectorKernels.preferred()
        : new ScalarKernel();
  }
}
