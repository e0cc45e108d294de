package mosaicmatch.pairing;

import java.util.Optional;

/**
 * Settings given for one cycle; what is missing is as the function is set up.
 *
 * @param threshold as in {@link PairingSettings}
 * @param waitBoostWeight as in {@link PairingSettings}
 * @param strategy as in {@link PairingSettings}
 */
record SettingsOverride(
    Optional<Double> threshold, Optional<Double> waitBoostWeight, Optional<String> strategy) {

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value is out of its range or there is no such strategy
   */
  SettingsOverride {
    new PairingSettings(threshold.orElse(0.0), waitBoostWeight.orElse(0.0), "any");
    strategy.ifPresent(Strategies::named);
  }

  PairingSettings over(PairingSettings defaults) {
    return new PairingSettings(
        threshold.orElse(defaults.threshold()),
        waitBoostWeight.orElse(defaults.waitBoostWeight()),
        strategy.orElse(defaults.strategy()));
  }
}
