package mosaicmatch.bench.pairing;

import mosaicmatch.pairing.Pairing;
import mosaicmatch.pairing.PairingInput;
import mosaicmatch.pairing.Progress;
import mosaicmatch.pairing.Strategies;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;

/** The engine as benchmarks run it; the one place that knows its switches. */
public final class Engine {

  private Engine() {}

  /**
   * What a pairing came to.
   *
   * @param pairing the plan
   * @param seconds from its input to the whole plan with its explanations
   * @param operations additions and multiplications of the search for candidates
   */
  public record Run(Pairing pairing, double seconds, double operations) {}

  /** Pairs as a cycle does, by the strategy that the settings name. */
  public static Run run(PairingInput input) {
    var work = new Work();
    return run(input, CandidateSources.exact(Kernel.fastest(), work), work);
  }

  /** The same with every product of two vectors computed to its end. */
  public static Run runDense(PairingInput input) {
    var work = new Work();
    return run(input, CandidateSources.dense(Kernel.fastest(), work), work);
  }

  private static Run run(PairingInput input, CandidateSources sources, Work work) {
    var strategy = Strategies.named(input.settings().strategy());
    long start = System.nanoTime();
    var pairing = strategy.pair(input, sources, Progress.IGNORED);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(pairing, seconds, work.floatingPointOperations());
  }
}
