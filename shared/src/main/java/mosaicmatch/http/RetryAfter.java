package mosaicmatch.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header Retry-After (RFC 9110, section 10.2.3): seconds, or an HTTP-date in the form that
 * senders must use (section 5.6.7).
 */
final class RetryAfter {

  /** What a service asks for beyond this is a mistake, or an attempt to keep callers away. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final int MOST_DIGITS = 9;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** How long to wait, above zero; empty if the header says nothing that can be understood. */
  static Optional<Duration> read(String header, Instant now) {
    var text = header.strip();
    return (SECONDS.matcher(text).matches() ? seconds(text) : date(text, now))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> seconds(String digits) {
    return Optional.of(
        digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      return Optional.of(Duration.between(now, DATE.parse(text, Instant::from)));
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }
}
