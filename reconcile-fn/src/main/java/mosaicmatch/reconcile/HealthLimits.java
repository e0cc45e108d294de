package mosaicmatch.reconcile;

import java.time.Duration;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;

/**
 * From when on matching is not well.
 *
 * @param rate how often a cycle starts
 * @param scheduled false if cycles are started by hand only, so that none is ever overdue
 * @param unfinished how old an unfinished pair may be
 * @param lock how long the lock lasts
 */
record HealthLimits(CycleRate rate, boolean scheduled, Duration unfinished, LockTimes lock) {

  private static final String SCHEDULE = "MOSAIC_CYCLE_SCHEDULE";

  /** So many rates without a completed cycle are too many. */
  static final double MAX_OVERDUE = 2;

  /**
   * From {@code MOSAIC_CYCLE_RATE}, {@code MOSAIC_CYCLE_SCHEDULE} ({@code ENABLED}) and {@code
   * MOSAIC_UNFINISHED_ALARM_SECONDS} (7200).
   */
  static HealthLimits of(Environment environment) {
    return new HealthLimits(
        CycleRate.of(environment),
        isScheduled(environment),
        environment.secondsOr("MOSAIC_UNFINISHED_ALARM_SECONDS", 7_200, 900, 1_209_600),
        LockTimes.of(environment));
  }

  private static boolean isScheduled(Environment environment) {
    return switch (environment.textOr(SCHEDULE, "ENABLED")) {
      case "ENABLED" -> true;
      case "DISABLED" -> false;
      default -> throw new WrongSettingException(SCHEDULE, "ENABLED or DISABLED", "ENABLED");
    };
  }
}
