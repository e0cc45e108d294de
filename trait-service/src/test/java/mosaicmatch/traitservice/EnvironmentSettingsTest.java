package mosaicmatch.traitservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.MissingSettingException;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSettingsTest {

  private static EnvironmentSettings read(Map<String, String> variables) {
    return EnvironmentSettings.read(new Environment(variables));
  }

  @Test
  void aFolderIsEnough() {
    EnvironmentSettings read = read(Map.of("MOSAIC_TRAITS_FOLDER", "/var/lib/traits"));
    assertThat(read.settings())
        .isEqualTo(TraitServiceSettings.usual(8081, Path.of("/var/lib/traits")));
    assertThat(read.signingKeysSecret()).isEqualTo("mosaicmatch/signing-keys");
  }

  @Test
  void eachSettingIsRead() {
    EnvironmentSettings read =
        read(
            Map.of(
                "MOSAIC_TRAITS_FOLDER", "/data",
                "MOSAIC_TRAITS_HOST", "0.0.0.0",
                "MOSAIC_TRAITS_PORT", "9000",
                "MOSAIC_TRAITS_AUTHORITIES", "traits.internal:9000, Traits.Example",
                "MOSAIC_SEEKERS_TABLE", "S",
                "MOSAIC_NONCES_TABLE", "N",
                "MOSAIC_COOL_DOWN_DAYS", "7",
                "MOSAIC_EMBEDDINGS_AT_ONCE", "3",
                "MOSAIC_EMBEDDINGS_WAITING", "9",
                "MOSAIC_SIGNING_KEYS_SECRET", "keys"));
    TraitServiceSettings settings = read.settings();
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.authorities())
        .containsExactlyInAnyOrder("traits.internal:9000", "Traits.Example");
    assertThat(settings.coolDown()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.seekersTable() + settings.noncesTable()).isEqualTo("SN");
    assertThat(settings.embeddingsAtOnce() + settings.embeddingsWaiting()).isEqualTo(12);
    assertThat(read.signingKeysSecret()).isEqualTo("keys");
    OwnAuthorities authorities = new OwnAuthorities(settings);
    authorities.listeningOn(9000);
    assertThat(authorities).accepts("traits.example").rejects("0.0.0.0:9000");
  }

  @ParameterizedTest
  @CsvSource({
    "MOSAIC_TRAITS_PORT, 65536",
    "MOSAIC_TRAITS_PORT, http",
    "MOSAIC_COOL_DOWN_DAYS, -1",
    "MOSAIC_EMBEDDINGS_AT_ONCE, 0",
    "MOSAIC_EMBEDDINGS_WAITING, 1000000"
  })
  void aWrongSettingIsNamedWithAnExample(String name, String value) {
    Map<String, String> environment = new HashMap<>(Map.of("MOSAIC_TRAITS_FOLDER", "/data"));
    environment.put(name, value);
    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("such as " + name + "=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aMissingFolderIsNamedWithAnExample(String folder) {
    assertThatThrownBy(() -> read(Map.of("MOSAIC_TRAITS_FOLDER", folder)))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("like MOSAIC_TRAITS_FOLDER=");
    assertThatThrownBy(() -> read(Map.of())).isInstanceOf(MissingSettingException.class);
  }

  @Test
  void listeningEverywhereAsksForTheNamesItIsCalledBy() {
    assertThatThrownBy(
            () -> read(Map.of("MOSAIC_TRAITS_FOLDER", "/data", "MOSAIC_TRAITS_HOST", "0.0.0.0")))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_TRAITS_AUTHORITIES");
  }

  @Test
  void aServiceIsCalledByItsAddressOrLocalhost() {
    OwnAuthorities authorities =
        new OwnAuthorities(TraitServiceSettings.usual(0, Path.of("/data")));
    authorities.listeningOn(8081);
    assertThat(authorities)
        .accepts("127.0.0.1:8081", "localhost:8081")
        .rejects("127.0.0.1", "elsewhere:8081");
    authorities.listeningOn(80);
    assertThat(authorities).accepts("localhost");
  }
}
