package mosaicmatch.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The environment variables that a function is set up with. Blank ones count as missing. Values are
 * never quoted in errors, since they may be secret.
 *
 * @param variables the variables by name
 */
public record Environment(Map<String, String> variables) {

  /** Keeps a copy. */
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The variables of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /**
   * A text that must be there.
   *
   * @param example what the error shows
   * @throws MissingSettingException if it is missing
   */
  public String text(String name, String example) {
    return find(name).orElseThrow(() -> new MissingSettingException(name, example));
  }

  /** A text, or its default. */
  public String textOr(String name, String fallback) {
    return find(name).orElse(fallback);
  }

  /** A text that may be missing. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * A whole number, or its default.
   *
   * @throws WrongSettingException if it is none, or not within the bounds
   */
  public int intOr(String name, int fallback, int min, int max) {
    return parse(
        name,
        Integer::parseInt,
        n -> n >= min && n <= max,
        "a whole number from " + min + " to " + max,
        fallback);
  }

  /**
   * A number, or its default.
   *
   * @throws WrongSettingException if it is none, or not within the bounds
   */
  public double doubleOr(String name, double fallback, double min, double max) {
    return parse(
        name,
        Double::parseDouble,
        n -> n >= min && n <= max,
        "a number from " + min + " to " + max,
        fallback);
  }

  /**
   * A time span given in seconds, or its default.
   *
   * @throws WrongSettingException if it is no whole number, or not within the bounds
   */
  public Duration secondsOr(String name, int fallback, int min, int max) {
    return Duration.ofSeconds(intOr(name, fallback, min, max));
  }

  /**
   * An http or https address that must be there.
   *
   * @throws MissingSettingException if it is missing
   * @throws WrongSettingException if it is no such address
   */
  public URI url(String name, String example) {
    text(name, example);
    return parse(
        name, URI::create, Environment::isHttp, "an http or https address", URI.create(example));
  }

  /**
   * An http or https address that may be missing.
   *
   * @throws WrongSettingException if it is no such address
   */
  public Optional<URI> findUrl(String name, String example) {
    return find(name).map(value -> url(name, example));
  }

  private static boolean isHttp(URI uri) {
    return uri.getHost() != null
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
  }

  private <T> T parse(
      String name, Function<String, T> parser, Predicate<T> fits, String mustBe, T example) {
    var text = find(name);
    if (text.isEmpty()) {
      return example;
    }
    try {
      var value = parser.apply(text.get());
      if (fits.test(value)) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(name, mustBe, example);
    }
    throw wrong(name, mustBe, example);
  }

  private static WrongSettingException wrong(String name, String mustBe, Object example) {
    return new WrongSettingException(name, mustBe, example.toString());
  }
}
