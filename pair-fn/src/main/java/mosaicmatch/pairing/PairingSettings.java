package mosaicmatch.pairing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mosaicmatch.settings.Environment;

/**
 * What a cycle pairs by.
 *
 * @param threshold the lowest score that makes a pair, -1 to 2
 * @param waitBoostWeight how much waiting counts against similarity, 0 to 1
 * @param strategy name of the strategy, such as {@code priority-greedy}
 * @param patience what is enough for those who have waited in vain for long, if anything else is
 */
public record PairingSettings(
    double threshold, double waitBoostWeight, String strategy, Optional<Patience> patience) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is left
   */
  public PairingSettings {
    requireThreshold("threshold", threshold);
    if (!(waitBoostWeight >= 0 && waitBoostWeight <= 1)) {
      throw new IllegalArgumentException("wait_boost_weight must lie between 0 and 1, such as 0.1");
    }
    if (patience.isPresent() && patience.get().threshold() > threshold) {
      throw new IllegalArgumentException("patient_threshold must not lie above threshold");
    }
  }

  /** The same threshold for all. */
  public PairingSettings(double threshold, double waitBoostWeight, String strategy) {
    this(threshold, waitBoostWeight, strategy, Optional.empty());
  }

  static void requireThreshold(String name, double threshold) {
    if (!(threshold >= -1 && threshold <= 2)) {
      throw new IllegalArgumentException(name + " must lie between -1 and 2, such as 0.35");
    }
  }

  /** The same with another strategy. */
  PairingSettings with(String strategy) {
    return new PairingSettings(threshold, waitBoostWeight, strategy, patience);
  }

  /**
   * From {@code MOSAIC_THRESHOLD} (0.35), {@code MOSAIC_WAIT_BOOST_WEIGHT} (0.1), {@code
   * MOSAIC_STRATEGY} (priority-greedy) and those of {@link Patience}.
   */
  static PairingSettings of(Environment environment) {
    double threshold = environment.doubleOr("MOSAIC_THRESHOLD", 0.35, -1, 2);
    var strategy = environment.textOr("MOSAIC_STRATEGY", Strategies.DEFAULT);
    return new PairingSettings(
        threshold,
        environment.doubleOr("MOSAIC_WAIT_BOOST_WEIGHT", 0.1, 0, 1),
        Strategies.known("MOSAIC_STRATEGY", strategy),
        Patience.of(environment, threshold));
  }

  /**
   * The settings of a recorded plan.
   *
   * @throws IllegalArgumentException if one is missing or wrong
   */
  static PairingSettings ofMap(Map<String, String> settings) {
    return new PairingSettings(
        Double.parseDouble(setting(settings, "threshold")),
        Double.parseDouble(setting(settings, "wait_boost_weight")),
        setting(settings, "strategy"),
        Patience.ofMap(settings));
  }

  private static String setting(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name))
        .orElseThrow(() -> new IllegalArgumentException("setting " + name + " is missing"));
  }

  /** The settings by name, as they are kept with the plan; numbers in their shortest exact form. */
  Map<String, String> asMap() {
    var settings = new TreeMap<String, String>();
    settings.put("threshold", Double.toString(threshold));
    settings.put("wait_boost_weight", Double.toString(waitBoostWeight));
    settings.put("strategy", strategy);
    patience.ifPresent(given -> settings.putAll(given.asMap()));
    return settings;
  }
}
