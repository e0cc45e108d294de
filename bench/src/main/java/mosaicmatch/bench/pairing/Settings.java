package mosaicmatch.bench.pairing;

import mosaicmatch.pairing.PairingSettings;

/** What benchmarks pair by. */
public final class Settings {

  private static final double USUAL_WEIGHT = 0.1;

  /** Among vectors in random directions, cosines are so low that hardly any other would be met. */
  private static final double LOW_THRESHOLD = 0.05;

  private static final String GREEDY = "priority-greedy";

  private Settings() {}

  /** For made-up vectors in all directions: nearly everybody finds somebody. */
  public static PairingSettings forRandom() {
    return greedy(LOW_THRESHOLD);
  }

  /** The default strategy and weight with this threshold. */
  public static PairingSettings greedy(double threshold) {
    return strategy(GREEDY, threshold);
  }

  /** The default weight with this strategy and threshold. */
  public static PairingSettings strategy(String name, double threshold) {
    return new PairingSettings(threshold, USUAL_WEIGHT, name);
  }
}
