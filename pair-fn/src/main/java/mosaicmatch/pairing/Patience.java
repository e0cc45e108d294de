package mosaicmatch.pairing;

/**
 * What is enough for those who have waited in vain for long.
 *
 * @param missedCycles how many cycles must have missed a seeker, 1 or more
 * @param threshold the lowest score that makes a pair with such a seeker, -1 to 2
 */
public record Patience(int missedCycles, double threshold) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is left
   */
  public Patience {
    if (missedCycles < 1) {
      throw new IllegalArgumentException("max_missed_cycles must be 1 or more");
    }
    PairingSettings.requireThreshold("patient_threshold", threshold);
  }
}
