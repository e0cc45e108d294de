package mosaicmatch.bench.kernel;

import java.util.Locale;
import java.util.SplittableRandom;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.measure.Stopwatch;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * One of the engine's kernels and OpenBLAS, one thread each, taking turns at one product;
 * operations a second. Ours starts from packed columns and plain rows, packs the rows, and keeps
 * all sums; so the packing of the columns, which the engine does once for many rows, is outside of
 * the time.
 */
final class Duel {

  private static final int WARM_UP = 2;
  private static final int SAMPLES = 1_000;
  private static final long SEED = 5;

  private final int size;
  private final int rounds;

  Duel(int size, int rounds) {
    this.size = size;
    this.rounds = rounds;
  }

  /** Operations a second of both, by round, at products of this dimension. */
  Rounds run(Kernel kernel, int dimension) throws Exception {
    Progress.tell(
        String.format(
            Locale.ROOT, "%s and OpenBLAS, %d x %d x %d", name(kernel), size, size, dimension));
    var rows = Matrix.random(size, dimension, SEED);
    var columns = Matrix.random(size, dimension, SEED + 1);
    var ours = new PackedProduct(kernel, rows, columns);
    ours.packColumns();
    try (var theirs = new OpenBlas(rows, columns)) {
      for (int i = 0; i < WARM_UP; i++) {
        ours.multiply();
        theirs.multiply(1);
      }
      requireSameProducts(ours, theirs, dimension);
      double operations = theirs.operations();
      return Rounds.of(
          rounds,
          () -> operations / Stopwatch.seconds(ours::multiply),
          () -> operations / Stopwatch.seconds(() -> theirs.multiply(1)));
    }
  }

  static String name(Kernel kernel) {
    return kernel.getClass().getSimpleName();
  }

  /** A fast wrong product proves nothing. */
  private void requireSameProducts(PackedProduct ours, OpenBlas theirs, int dimension) {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      int row = random.nextInt(size);
      int column = random.nextInt(size);
      if (!(Math.abs(ours.at(row, column) - theirs.at(row, column)) < 1e-5 * dimension)) {
        throw new IllegalStateException("the products of row and column differ");
      }
    }
  }
}
