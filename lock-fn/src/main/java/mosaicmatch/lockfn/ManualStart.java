package mosaicmatch.lockfn;

import java.util.Optional;
import mosaicmatch.cycle.PairingPath;

/**
 * The input of an execution that was started by hand.
 *
 * @param dryRun true to plan and change nothing
 * @param threshold overrides {@code MOSAIC_THRESHOLD}
 * @param waitBoostWeight overrides {@code MOSAIC_WAIT_BOOST_WEIGHT}
 * @param strategy overrides {@code MOSAIC_STRATEGY} and {@code MOSAIC_AB_STRATEGY}
 * @param maxMissedCycles overrides {@code MOSAIC_MAX_MISSED_CYCLES}
 * @param patientThreshold overrides {@code MOSAIC_PATIENT_THRESHOLD}
 * @param pairing overrides {@code MOSAIC_PAIRING}
 */
record ManualStart(
    Optional<Boolean> dryRun,
    Optional<Double> threshold,
    Optional<Double> waitBoostWeight,
    Optional<String> strategy,
    Optional<Integer> maxMissedCycles,
    Optional<Double> patientThreshold,
    Optional<PairingPath> pairing) {}
