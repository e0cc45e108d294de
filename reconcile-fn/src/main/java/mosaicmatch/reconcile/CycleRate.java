package mosaicmatch.reconcile;

import java.time.Duration;
import java.util.regex.Pattern;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;

/**
 * How often a cycle starts, in the words of EventBridge (Amazon EventBridge User Guide, "Rate
 * expressions").
 *
 * @param between from one start to the next
 */
record CycleRate(Duration between) {

  private static final String SETTING = "MOSAIC_CYCLE_RATE";
  private static final String DEFAULT = "rate(1 hour)";
  private static final Pattern FORM =
      Pattern.compile("rate\\(([1-9][0-9]{0,3}) (minute|hour|day)s?\\)");

  /**
   * From {@code MOSAIC_CYCLE_RATE}, {@code rate(1 hour)} by default.
   *
   * @throws WrongSettingException if it is no rate
   */
  static CycleRate of(Environment environment) {
    var form = FORM.matcher(environment.textOr(SETTING, DEFAULT));
    if (!form.matches()) {
      throw new WrongSettingException(SETTING, "an EventBridge rate", DEFAULT);
    }
    long number = Long.parseLong(form.group(1));
    return new CycleRate(
        switch (form.group(2)) {
          case "minute" -> Duration.ofMinutes(number);
          case "hour" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  /** How many times a time span holds this one. */
  double times(Duration span) {
    return (double) span.toMillis() / between.toMillis();
  }
}
