package mosaicmatch.pairing;

import java.util.Optional;

/**
 * Settings given for one cycle; what is missing is as the function is set up.
 *
 * @param threshold as in {@link PairingSettings}
 * @param waitBoostWeight as in {@link PairingSettings}
 * @param strategy as in {@link PairingSettings}
 * @param maxMissedCycles as in {@link Patience}
 * @param patientThreshold as in {@link Patience}; without effect where nobody is patient
 */
record SettingsOverride(
    Optional<Double> threshold,
    Optional<Double> waitBoostWeight,
    Optional<String> strategy,
    Optional<Integer> maxMissedCycles,
    Optional<Double> patientThreshold) {

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException if a value is out of its range or there is no such strategy
   */
  SettingsOverride {
    new PairingSettings(threshold.orElse(0.0), waitBoostWeight.orElse(0.0), "any");
    new Patience(maxMissedCycles.orElse(1), patientThreshold.orElse(0.0));
    strategy.ifPresent(Strategies::named);
  }

  /** The settings of a cycle for which others may be given. */
  static PairingSettings over(PairingSettings defaults, Optional<SettingsOverride> given) {
    return given.map(override -> override.over(defaults)).orElse(defaults);
  }

  /**
   * The settings of the cycle.
   *
   * @throws IllegalArgumentException if the given threshold of the patient lies above the other one
   */
  PairingSettings over(PairingSettings defaults) {
    double lowest = threshold.orElse(defaults.threshold());
    return new PairingSettings(
        lowest,
        waitBoostWeight.orElse(defaults.waitBoostWeight()),
        strategy.orElse(defaults.strategy()),
        patience(defaults.patience(), lowest));
  }

  /** A threshold that is given for all takes the one of the patient down with it. */
  private Optional<Patience> patience(Optional<Patience> defaults, double lowest) {
    double usual = Math.min(lowest, defaults.map(Patience::threshold).orElse(Patience.THRESHOLD));
    return maxMissedCycles
        .or(() -> defaults.map(Patience::missedCycles))
        .map(missed -> new Patience(missed, patientThreshold.orElse(usual)));
  }
}
