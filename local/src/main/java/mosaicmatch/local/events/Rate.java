package mosaicmatch.local.events;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a rule fires (EventBridge user guide, "Rate expressions").
 *
 * @param text the expression, such as {@code rate(5 minutes)}
 */
public record Rate(String text) {

  /** The form that the template's parameters ask for too. */
  private static final Pattern FORM =
      Pattern.compile(
          "rate\\((1 (?:minute|hour|day)|(?:[2-9]|[1-9][0-9]{1,3}) (?:minutes|hours|days))\\)");

  /**
   * Checks the expression.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Rate {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a rate, such as rate(1 hour) or rate(5 minutes), not " + text);
    }
  }

  /** The time from one firing to the next. */
  public Duration period() {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException(text);
    }
    String[] parts = form.group(1).split(" ", 2);
    long count = Long.parseLong(parts[0]);
    return switch (parts[1].charAt(0)) {
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
