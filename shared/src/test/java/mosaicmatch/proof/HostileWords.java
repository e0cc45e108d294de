package mosaicmatch.proof;

import java.util.List;
import java.util.random.RandomGenerator;

/** What hostile documents are made of. */
final class HostileWords {

  private static final int DEEP = 10_000;
  private static final int LONG = 100_000;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "#",
          "a#b#c",
          "../../../../etc/passwd",
          "..\\..\\windows\\system.ini",
          "/etc/passwd",
          "cycles/../../x",
          "file:///etc/passwd",
          "x".repeat(128),
          "x".repeat(129),
          "\u00e9".repeat(65),
          "a\u0000b",
          "a\r\nb: c",
          "\u001b[2J\u001b[31mred",
          "\u202e\u2066gnp.exe",
          "\uFEFFbom",
          "\uD800",
          "a\uDC00b",
          "\uD83D\uDE00",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'; DROP TABLE seekers; --",
          "${jndi:ldap://127.0.0.1/x}",
          "{% $states.input %}",
          "%s%n%d%x",
          "%00%2e%2e%2f",
          "-1",
          "NaN",
          "null",
          "true",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "2026-02-30T02:00:00Z",
          "2026-11-22T02:00:60Z",
          "9999-12-31T23:59:59Z",
          "dry-2026-11-22T02:00:13Z",
          "2026-11-22t02:00:00z",
          "\u0662\u0660\u0662\u0666-11-22T02:00:00Z",
          "rate(99999999999 minutes)",
          "arn:aws:states:us-east-1:000000000000:execution:x:../../y");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-0.0",
          "-1",
          "1.5",
          "2147483647",
          "-2147483648",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "31556889864403199999",
          "1e400",
          "-1e400",
          "1e-400",
          "1e9999999999",
          "1E308",
          "9".repeat(900),
          "9".repeat(2_000),
          "0.1e1",
          "00",
          "0x10",
          "NaN",
          "Infinity",
          "-Infinity",
          "+1",
          ".5",
          "1.",
          "1_000");

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"\":null}",
          "{\"a\":{\"b\":[1,\"2\",null]}}",
          "undefined",
          "'single'",
          "/* comment */ 1",
          "\\u0000",
          "");

  private HostileWords() {}

  static <T> T one(List<T> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  /** A text, seldom a very long one. */
  static String text(RandomGenerator random) {
    return random.nextInt(60) == 0
        ? one(List.of("y", "\u20ac", "\"", "\\", "a b "), random)
            .repeat(LONG / (1 + random.nextInt(9)))
        : one(TEXTS, random);
  }

  /** A number as JSON writes it, or nearly so. */
  static String number(RandomGenerator random) {
    return random.nextInt(4) == 0
        ? Long.toString(random.nextLong() >> random.nextInt(64))
        : one(NUMBERS, random);
  }

  /** A JSON value of any type as text, or something that is nearly one. */
  static String value(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> quoted(text(random));
      case 4, 5, 6, 7 -> number(random);
      case 8 -> random.nextInt(8) == 0 ? deep(random) : "[]";
      case 9 -> random.nextInt(8) == 0 ? wide(random) : "{}";
      default -> one(OTHERS, random);
    };
  }

  /** Ten thousand brackets, closed or not. */
  static String deep(RandomGenerator random) {
    boolean list = random.nextBoolean();
    var open = (list ? "[" : "{\"a\":").repeat(DEEP);
    return random.nextBoolean() ? open : open + (list ? "" : "1") + (list ? "]" : "}").repeat(DEEP);
  }

  private static String wide(RandomGenerator random) {
    var element = one(List.of("0", "\"x\"", "null", "[]"), random);
    return "[" + (element + ",").repeat(LONG / 5) + element + "]";
  }

  /** As a JSON string; half of a surrogate pair is escaped, so that it arrives. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
