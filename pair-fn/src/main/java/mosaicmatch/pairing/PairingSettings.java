package mosaicmatch.pairing;

/**
 * What a cycle pairs by.
 *
 * @param threshold the lowest score that makes a pair, -1 to 2
 * @param waitBoostWeight how much waiting counts against similarity, 0 to 1
 * @param strategy name of the strategy, such as {@code priority-greedy}
 */
public record PairingSettings(double threshold, double waitBoostWeight, String strategy) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is left
   */
  public PairingSettings {
    if (!(threshold >= -1 && threshold <= 2)) {
      throw new IllegalArgumentException("threshold must lie between -1 and 2, such as 0.35");
    }
    if (!(waitBoostWeight >= 0 && waitBoostWeight <= 1)) {
      throw new IllegalArgumentException("wait_boost_weight must lie between 0 and 1, such as 0.1");
    }
  }
}
