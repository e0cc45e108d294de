package mosaicmatch.pairing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.settings.Environment;

/**
 * A share of cycles that runs with another strategy, to compare the two. Which cycles these are
 * depends on their ids alone, so that a repeated or replayed cycle runs with the same strategy.
 *
 * @param strategy name of the other strategy
 * @param share of cycles that run with it, 0 to 1
 */
record StrategyTrial(String strategy, double share) {

  /**
   * From {@code MOSAIC_AB_STRATEGY} (none) and {@code MOSAIC_AB_SHARE} (0).
   *
   * @throws mosaicmatch.settings.WrongSettingException if there is no such strategy, or the share
   *     is none
   */
  static Optional<StrategyTrial> of(Environment environment) {
    double share = environment.doubleOr("MOSAIC_AB_SHARE", 0, 0, 1);
    return environment
        .find("MOSAIC_AB_STRATEGY")
        .map(name -> new StrategyTrial(Strategies.known("MOSAIC_AB_STRATEGY", name), share));
  }

  /** The settings that a cycle runs with unless it is told its strategy. */
  PairingSettings settings(CycleId cycle, PairingSettings settings) {
    return isChosen(cycle) ? settings.with(strategy) : settings;
  }

  /** Whether a cycle is one of the share. */
  boolean isChosen(CycleId cycle) {
    return place(cycle) < share;
  }

  /** 0 to 1, spread evenly, from the first 53 bits of the id's SHA-256. */
  private static double place(CycleId cycle) {
    long bits = ByteBuffer.wrap(sha256(cycle.value())).getLong() >>> 11;
    return bits * 0x1p-53;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
