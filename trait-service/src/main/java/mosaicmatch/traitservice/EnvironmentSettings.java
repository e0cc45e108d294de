package mosaicmatch.traitservice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.MissingSettingException;
import mosaicmatch.settings.WrongSettingException;
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
   * @throws MissingSettingException if one is missing; it names the variable
   * @throws WrongSettingException if one is wrong; it names the variable
   */
  static EnvironmentSettings read(Environment environment) {
    String host = environment.textOr("MOSAIC_TRAITS_HOST", "127.0.0.1");
    TraitServiceSettings settings =
        new TraitServiceSettings(
            host,
            environment.intOr("MOSAIC_TRAITS_PORT", 8081, 0, 65_535),
            authorities(environment.find("MOSAIC_TRAITS_AUTHORITIES"), host),
            Path.of(environment.text("MOSAIC_TRAITS_FOLDER", "/var/lib/mosaicmatch/traits")),
            environment.textOr("MOSAIC_SEEKERS_TABLE", SeekerTable.DEFAULT_NAME),
            environment.textOr("MOSAIC_NONCES_TABLE", NonceTable.DEFAULT_NAME),
            Duration.ofDays(environment.intOr("MOSAIC_COOL_DOWN_DAYS", 30, 0, 36_500)),
            environment.intOr("MOSAIC_EMBEDDINGS_AT_ONCE", cores(), 1, 1024),
            environment.intOr("MOSAIC_EMBEDDINGS_WAITING", 256, 1, 100_000));
    return new EnvironmentSettings(
        settings, environment.textOr("MOSAIC_SIGNING_KEYS_SECRET", "mosaicmatch/signing-keys"));
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Set<String> authorities(Optional<String> value, String host) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    if (value.isEmpty() && everywhere) {
      throw new WrongSettingException(
          "MOSAIC_TRAITS_AUTHORITIES",
          "the names by which callers reach a service that listens on every address",
          "traits.internal:8081");
    }
    return value.stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }
}
