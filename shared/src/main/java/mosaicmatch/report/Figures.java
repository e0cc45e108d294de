package mosaicmatch.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

  private Figures() {}

  /** A count with its thousands apart: {@code 12,500}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A similarity or score: two decimals, {@code 0.43}. */
  public static String score(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00");
  }

  /** A share of 0 to 1 in percent: {@code 97%}; one decimal above 99 and below 1. */
  public static String share(double value) {
    double percent = value * 100;
    if (percent > 99 && percent < 100) {
      return String.format(Locale.ROOT, "%.1f%%", Math.min(percent, 99.9));
    }
    return percent > 0 && percent < 1
        ? String.format(Locale.ROOT, "%.1f%%", Math.max(percent, 0.1))
        : String.format(Locale.ROOT, "%.0f%%", percent);
  }

  /** One or many of something: {@code 1 pair}, {@code 12 pairs}. */
  public static String counted(long value, String one, String many) {
    return count(value) + " " + (value == 1 ? one : many);
  }

  /** A length of time in its two largest units: {@code 850 ms}, {@code 9.8 s}, {@code 4 d 3 h}. */
  public static String duration(Duration value) {
    long seconds = value.toSeconds();
    if (seconds == 0) {
      return value.toMillis() == 0 ? "0 s" : value.toMillis() + " ms";
    }
    if (seconds < 60) {
      return seconds < 10 && value.toMillisPart() > 0
          ? String.format(Locale.ROOT, "%.1f s", value.toMillis() / 1000.0)
          : seconds + " s";
    }
    return value.toHours() == 0
        ? two(value.toMinutes(), "min", value.toSecondsPart(), "s")
        : value.toDays() == 0
            ? two(value.toHours(), "h", value.toMinutesPart(), "min")
            : two(value.toDays(), "d", value.toHoursPart(), "h");
  }

  private static String two(long large, String largeUnit, int small, String smallUnit) {
    var first = count(large) + " " + largeUnit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }
}
