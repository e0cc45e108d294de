package mosaicmatch.bench.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.ChildJvm;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.measure.Table;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.kernel.ScalarKernel;

/** The engine's kernels against OpenBLAS's SGEMM, one thread each. */
public final class KernelBenchmark implements Benchmark {

  private static final List<Integer> DIMENSIONS = List.of(384, 768, 3_072);
  private static final int USUAL = 768;

  /** The scalar kernel takes a smaller product, and fewer rounds. */
  private static final int SMALLER = 3;

  private static final int SLOW_ROUNDS = 3;

  private final int size;
  private final int rounds;

  /** Products of this many rows and as many columns, in so many rounds. */
  public KernelBenchmark(int size, int rounds) {
    this.size = size;
    this.rounds = rounds;
  }

  @Override
  public List<Measure> run() throws Exception {
    var rows = new ArrayList<Measure>();
    for (int dimension : DIMENSIONS) {
      rows.addAll(against("OpenBLAS", Kernel.fastest(), dimension, true));
    }
    rows.addAll(narrow());
    return rows;
  }

  private List<Measure> against(String peer, Kernel kernel, int dimension, boolean goal)
      throws Exception {
    var rounds = new Duel(size, this.rounds).run(kernel, dimension);
    return rows(Duel.name(kernel), peer, dimension, rounds, goal);
  }

  private static List<Measure> rows(
      String ours, String peer, int dimension, Rounds rounds, boolean goal) {
    var name = ours + " against " + peer + ", one thread, d = " + dimension;
    double ratio = rounds.oursByTheirs();
    return List.of(
        goal ? new Measure(name, ratio, "x", Goal.atLeast(0.95)) : new Measure(name, ratio, "x"),
        new Measure("  " + ours + ", d = " + dimension, rounds.medianOfOurs() / 1e9, "Gflop/s"),
        new Measure("  " + peer + ", d = " + dimension, rounds.medianOfTheirs() / 1e9, "Gflop/s"));
  }

  /** As on a processor without AVX-512: both sides of a JVM of its own are told so. */
  private List<Measure> narrow() throws Exception {
    var file = Files.createTempFile("kernel-bench-", ".json");
    try {
      new ChildJvm("1g")
          .with("-XX:UseAVX=2")
          .with(Map.of("OPENBLAS_CORETYPE", "Haswell"))
          .run(KernelBenchmark.class, size + "", rounds + "", file.toString());
      return Table.read(List.of(file)).measures();
    } finally {
      Files.delete(file);
    }
  }

  /**
   * The part that runs in a JVM of its own.
   *
   * @param arguments size, rounds, and the file to write
   */
  public static void main(String[] arguments) throws Exception {
    int size = Integer.parseInt(arguments[0]);
    var usual = new KernelBenchmark(size, Integer.parseInt(arguments[1]));
    var slow = new KernelBenchmark(size / SMALLER, SLOW_ROUNDS);
    var rows = new ArrayList<Measure>();
    var peer = "OpenBLAS's AVX2 kernel";
    rows.addAll(usual.against(peer, Kernel.fastest(), USUAL, false));
    rows.addAll(slow.against(peer, new ScalarKernel(), USUAL, false).subList(0, 2));
    new Table(rows).write(Path.of(arguments[2]));
  }
}
