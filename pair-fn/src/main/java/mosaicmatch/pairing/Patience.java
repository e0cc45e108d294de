package mosaicmatch.pairing;

import java.util.Map;
import java.util.Optional;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;

/**
 * What is enough for those who have waited in vain for long.
 *
 * @param missedCycles how many cycles must have missed a seeker, 1 or more
 * @param threshold the lowest score that makes a pair with such a seeker, -1 to 2
 */
public record Patience(int missedCycles, double threshold) {

  /** What is enough for them where nothing else is said. */
  static final double THRESHOLD = 0.2;

  private static final int MOST_MISSED_CYCLES = 99_999;
  private static final String MISSED = "max_missed_cycles";
  private static final String FLOOR = "patient_threshold";

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is left
   */
  public Patience {
    if (missedCycles < 1) {
      throw new IllegalArgumentException(MISSED + " must be 1 or more");
    }
    PairingSettings.requireThreshold(FLOOR, threshold);
  }

  /**
   * From {@code MOSAIC_MAX_MISSED_CYCLES} (none: the same threshold for all) and {@code
   * MOSAIC_PATIENT_THRESHOLD} (0.2).
   *
   * @param threshold the one for the others
   * @throws WrongSettingException if one is no such number, or the threshold lies above the one for
   *     the others
   */
  static Optional<Patience> of(Environment environment, double threshold) {
    double patient = environment.doubleOr("MOSAIC_PATIENT_THRESHOLD", THRESHOLD, -1, 2);
    if (environment.find("MOSAIC_MAX_MISSED_CYCLES").isEmpty()) {
      return Optional.empty();
    }
    if (patient > threshold) {
      throw new WrongSettingException(
          "MOSAIC_PATIENT_THRESHOLD", "at most MOSAIC_THRESHOLD", Double.toString(threshold));
    }
    int missed = environment.intOr("MOSAIC_MAX_MISSED_CYCLES", 1, 1, MOST_MISSED_CYCLES);
    return Optional.of(new Patience(missed, patient));
  }

  /** Of a recorded plan's settings; older plans have none. */
  static Optional<Patience> ofMap(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(MISSED))
        .map(missed -> new Patience(Integer.parseInt(missed), threshold(settings)));
  }

  private static double threshold(Map<String, String> settings) {
    return Optional.ofNullable(settings.get(FLOOR))
        .map(Double::parseDouble)
        .orElseThrow(() -> new IllegalArgumentException("setting " + FLOOR + " is missing"));
  }

  Map<String, String> asMap() {
    return Map.of(MISSED, Integer.toString(missedCycles), FLOOR, Double.toString(threshold));
  }
}
