package mosaicmatch.bench.pairing;

import java.util.List;
import mosaicmatch.bench.kernel.OpenBlas;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.measure.Stopwatch;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;

/**
 * How near a whole job comes to the time that its products alone would take OpenBLAS: packing,
 * choosing and explaining included.
 */
final class JobRate {

  private static final int ROUNDS = 3;
  private static final int THREADS = 2;
  private static final long SEED = 11;

  /** Products of OpenBLAS in a turn, so that its turn is not over in a moment. */
  private static final int PRODUCTS = 4;

  private final int seekers;
  private final int dimension;

  JobRate(int seekers, int dimension) {
    this.seekers = seekers;
    this.dimension = dimension;
  }

  List<Measure> measure() throws Exception {
    Progress.tell("a job of %d x %d, random, seed %d".formatted(seekers, dimension, SEED));
    var pool = BenchPool.of(Shape.RANDOM, seekers, dimension, SEED);
    var input = pool.input(Settings.forRandom());
    var shares = new double[1];
    try (var openBlas = OpenBlas.square(Math.min(seekers, 6_144), dimension, SEED)) {
      openBlas.multiply(THREADS);
      var rates =
          Rounds.of(
              ROUNDS,
              () -> {
                var run = Engine.run(input);
                shares[0] = run.operations() / (2.0 * dimension * seekers * seekers);
                Progress.tell("%.1f s".formatted(run.seconds()));
                return run.operations() / run.seconds();
              },
              () -> rate(openBlas));
      return rows(rates, shares[0]);
    }
  }

  private static double rate(OpenBlas openBlas) throws Exception {
    double seconds =
        Stopwatch.seconds(
            () -> {
              for (int i = 0; i < PRODUCTS; i++) {
                openBlas.multiply(THREADS);
              }
            });
    return PRODUCTS * openBlas.operations() / seconds;
  }

  private List<Measure> rows(Rounds rates, double share) {
    var job = "job of %d x %d".formatted(seekers, dimension);
    double operations = share * 2 * dimension * (double) seekers * seekers;
    return List.of(
        new Measure(
            job + ", its operations a second against OpenBLAS, two threads",
            rates.oursByTheirs(),
            "x",
            Goal.atLeast(0.85)),
        new Measure("  " + job, operations / rates.medianOfOurs(), "s"),
        new Measure("  " + job + ", share of all pairs computed", share, ""),
        new Measure("  " + job + ", rate", rates.medianOfOurs() / 1e9, "Gflop/s"),
        new Measure("  OpenBLAS, two threads", rates.medianOfTheirs() / 1e9, "Gflop/s"));
  }
}
