package mosaicmatch.bench.pairing;

import java.time.Duration;
import java.util.List;
import mosaicmatch.bench.measure.ChildJvm;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;

/**
 * The smallest heap in which a job comes to its end, beyond what its vectors fill. That is what
 * somebody must provide; the live objects that a collector happens to count could miss the peak.
 * Seekers, ids and everything else beside the vectors count as well. The young generation is kept
 * small: what is made here lives long, and a third of the heap would stay empty.
 */
final class MemoryNeed {

  private static final long SEED = 13;
  private static final double GOAL = 1.2;

  /** How close the smallest heap is found, as a share of the vectors. */
  private static final double STEP = 0.08;

  /** Beyond this, nobody looks any further. */
  private static final double MOST = 4;

  private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

  private final int seekers;
  private final int dimension;

  MemoryNeed(int seekers, int dimension) {
    this.seekers = seekers;
    this.dimension = dimension;
  }

  List<Measure> measure() throws Exception {
    var name = "heap beyond the vectors, %d x %d".formatted(seekers, dimension);
    double enough = works(GOAL) ? GOAL : MOST;
    if (enough == MOST && !works(MOST)) {
      return List.of(
          Measure.missing(name, "x vectors", Goal.atMost(GOAL), "not even " + MOST + " will do"));
    }
    return List.of(
        new Measure(
            name, smallest(enough == GOAL ? 0 : GOAL, enough), "x vectors", Goal.atMost(GOAL)));
  }

  private double smallest(double tooLittle, double enough) throws Exception {
    if (enough - tooLittle <= STEP) {
      return enough;
    }
    double middle = (tooLittle + enough) / 2;
    return works(middle) ? smallest(tooLittle, middle) : smallest(middle, enough);
  }

  /** Vectors with the headers of their arrays. */
  private double vectorBytes() {
    return seekers * (4.0 * dimension + 16);
  }

  private boolean works(double beyond) throws Exception {
    long heap = (long) (vectorBytes() * (1 + beyond));
    int exitCode =
        new ChildJvm(heap + "")
            .with("-XX:+UseParallelGC")
            .with("-Xmn16m")
            .with("-XX:+ExitOnOutOfMemoryError")
            .exitCode(TIME_LIMIT, MemoryNeed.class, seekers + "", dimension + "");
    Progress.tell(
        "a heap of the vectors and %.2f of them more %s"
            .formatted(beyond, exitCode == 0 ? "will do" : "is too little"));
    return exitCode == 0;
  }

  /**
   * The job, in a JVM of its own.
   *
   * @param arguments how many seekers, and how many dimensions
   */
  public static void main(String[] arguments) {
    int seekers = Integer.parseInt(arguments[0]);
    int dimension = Integer.parseInt(arguments[1]);
    var pool = BenchPool.of(Shape.RANDOM, seekers, dimension, SEED);
    Engine.run(pool.input(Settings.forRandom()));
  }
}
