package mosaicmatch.bench.pairing;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Measure;

/**
 * Whole pairings by priority: against the rate of OpenBLAS, against the obvious loop, the memory
 * they need, and what the bound by a prefix of the dimensions saves.
 */
public final class PairingBenchmark implements Benchmark {

  private final Sizes sizes;

  /** With pools of these sizes. */
  public PairingBenchmark(Sizes sizes) {
    this.sizes = sizes;
  }

  /**
   * How many seekers there are in the pools of each part.
   *
   * @param job of the job whose rate is measured
   * @param obvious of the race against the obvious loop
   * @param memory of the job whose memory is measured
   * @param texts how many real texts there are
   * @param random of the job on which the prefix bound can't win
   * @param dimension components of made-up vectors
   */
  public record Sizes(int job, int obvious, int memory, int texts, int random, int dimension) {

    /** Those of the goals. */
    public static final Sizes GOALS = new Sizes(50_000, 10_000, 100_000, 24_000, 20_000, 768);
  }

  @Override
  public List<Measure> run() throws Exception {
    var rows = new ArrayList<Measure>();
    rows.addAll(new JobRate(sizes.job(), sizes.dimension()).measure());
    rows.addAll(new AgainstObviousLoop(sizes.obvious(), sizes.dimension()).measure());
    rows.addAll(new MemoryNeed(sizes.memory(), sizes.dimension()).measure());
    rows.addAll(new PrefixBound(sizes.texts()).onRealTexts());
    rows.add(new PrefixBound(sizes.random()).onRandomVectors(sizes.dimension()));
    return rows;
  }
}
