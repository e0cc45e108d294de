package mosaicmatch.bench.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;

/** The same product by OpenBLAS, which packs both sides as it goes; memory is outside the heap. */
public final class OpenBlas implements AutoCloseable {

  private final Matrix rows;
  private final Matrix columns;
  private final FloatPointer left;
  private final FloatPointer right;
  private final FloatPointer product;

  OpenBlas(Matrix rows, Matrix columns) {
    this.rows = rows;
    this.columns = columns;
    left = new FloatPointer(rows.components());
    right = new FloatPointer(columns.components());
    product = new FloatPointer((long) rows.count() * columns.count());
  }

  /** A square product of random vectors, of about 2 · count² · dimension operations. */
  public static OpenBlas square(int count, int dimension, long seed) {
    return new OpenBlas(
        Matrix.random(count, dimension, seed), Matrix.random(count, dimension, seed + 1));
  }

  /** Multiplies on so many threads. */
  public void multiply(int threads) {
    openblas_nolapack.blas_set_num_threads(threads);
    int dimension = rows.dimension();
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        rows.count(),
        columns.count(),
        dimension,
        1,
        left,
        dimension,
        right,
        dimension,
        0,
        product,
        columns.count());
  }

  /** Additions and multiplications of one product. */
  public double operations() {
    return rows.operationsTimes(columns);
  }

  /** The product of a row and a column. */
  float at(int row, int column) {
    return product.get((long) row * columns.count() + column);
  }

  @Override
  public void close() {
    left.close();
    right.close();
    product.close();
  }
}
