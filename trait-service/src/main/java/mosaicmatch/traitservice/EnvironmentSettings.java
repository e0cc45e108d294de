package mosaicmatch.traitservice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mosaicmatch.traitservice.nonces.NonceTable;
import mosaicmatch.traitservice.registry.SeekerTable;

/**
 * The settings as environment variables.
 *
 * @param settings of the service
 * @param signingKeysSecret name of the secret that holds the signing keys
 */
record EnvironmentSettings(TraitServiceSettings settings, String signingKeysSecret) {

  /**
   * Reads them all, before anything is touched.
   *
   * @throws WrongSettingException if one is missing or wrong; it names the variable
   */
  static EnvironmentSettings read(Map<String, String> environment) {
    Function<String, Optional<String>> get =
        name -> Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    String host = get.apply("MOSAIC_TRAITS_HOST").orElse("127.0.0.1");
    Set<String> authorities = authorities(get.apply("MOSAIC_TRAITS_AUTHORITIES"), host);
    TraitServiceSettings settings =
        new TraitServiceSettings(
            host,
            number(get, "MOSAIC_TRAITS_PORT", 8081, 0, 65_535),
            authorities,
            folder(get.apply("MOSAIC_TRAITS_FOLDER")),
            get.apply("MOSAIC_SEEKERS_TABLE").orElse(SeekerTable.DEFAULT_NAME),
            get.apply("MOSAIC_NONCES_TABLE").orElse(NonceTable.DEFAULT_NAME),
            Duration.ofDays(number(get, "MOSAIC_COOL_DOWN_DAYS", 30, 0, 36_500)),
            number(get, "MOSAIC_EMBEDDINGS_AT_ONCE", cores(), 1, 1024),
            number(get, "MOSAIC_EMBEDDINGS_WAITING", 256, 1, 100_000));
    return new EnvironmentSettings(
        settings, get.apply("MOSAIC_SIGNING_KEYS_SECRET").orElse("mosaicmatch/signing-keys"));
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Path folder(Optional<String> value) {
    return value
        .map(Path::of)
        .orElseThrow(
            () ->
                new WrongSettingException(
                    "MOSAIC_TRAITS_FOLDER", "is missing", "/var/lib/mosaicmatch/traits"));
  }

  private static Set<String> authorities(Optional<String> value, String host) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    if (value.isEmpty() && everywhere) {
      throw new WrongSettingException(
          "MOSAIC_TRAITS_AUTHORITIES",
          "must name how callers reach the service when it listens on every address",
          "traits.internal:8081");
    }
    return value.stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static int number(
      Function<String, Optional<String>> get, String name, int otherwise, int min, int max) {
    String text = get.apply(name).orElse(Integer.toString(otherwise)).strip();
    if (text.matches("\\d{1,6}")
        && Integer.parseInt(text) >= min
        && Integer.parseInt(text) <= max) {
      return Integer.parseInt(text);
    }
    throw new WrongSettingException(
        name, "must be a whole number from " + min + " to " + max, Integer.toString(otherwise));
  }
}
