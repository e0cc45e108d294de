package mosaicmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsAreCheckedTest {

  private static final Environment ENVIRONMENT =
      new Environment(
          Map.of(
              "BUCKET", " cycles ",
              "BLANK", "  ",
              "COUNT", "12",
              "SHARE", "0.5",
              "URL", "http://127.0.0.1:8000",
              "SECRET_COUNT", "hush"));

  @Test
  void settingsAreRead() {
    assertThat(ENVIRONMENT.text("BUCKET", "cycles")).isEqualTo("cycles");
    assertThat(ENVIRONMENT.textOr("BUCKET", "other")).isEqualTo("cycles");
    assertThat(ENVIRONMENT.intOr("COUNT", 3, 1, 20)).isEqualTo(12);
    assertThat(ENVIRONMENT.doubleOr("SHARE", 0.1, 0, 1)).isEqualTo(0.5);
    assertThat(ENVIRONMENT.secondsOr("COUNT", 3, 1, 20)).isEqualTo(Duration.ofSeconds(12));
    assertThat(ENVIRONMENT.url("URL", "https://example.com"))
        .isEqualTo(URI.create("http://127.0.0.1:8000"));
    assertThat(ENVIRONMENT.findUrl("NO_URL", "https://example.com")).isEmpty();
  }

  @Test
  void defaultsStandIn() {
    assertThat(ENVIRONMENT.textOr("BLANK", "fallback")).isEqualTo("fallback");
    assertThat(ENVIRONMENT.intOr("ABSENT", 3, 1, 20)).isEqualTo(3);
    assertThat(ENVIRONMENT.doubleOr("ABSENT", 0.1, 0, 1)).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABSENT", "BLANK"})
  void aMissingSettingIsNamedWithAnExample(String name) {
    assertThatThrownBy(() -> ENVIRONMENT.text(name, "cycles"))
        .isInstanceOf(MissingSettingException.class)
        .hasMessage("setting " + name + " is missing; set it like " + name + "=cycles");
    assertThatThrownBy(() -> ENVIRONMENT.url(name, "https://example.com"))
        .isInstanceOf(MissingSettingException.class);
  }

  @Test
  void aWrongSettingIsNamedAndNotQuoted() {
    assertThatThrownBy(() -> ENVIRONMENT.intOr("SECRET_COUNT", 3, 1, 20))
        .isInstanceOf(WrongSettingException.class)
        .hasMessage(
            "setting SECRET_COUNT must be a whole number from 1 to 20, such as SECRET_COUNT=3")
        .hasNoCause();
  }

  @Test
  void boundsAreKept() {
    assertThatThrownBy(() -> ENVIRONMENT.intOr("COUNT", 3, 1, 11))
        .isInstanceOf(WrongSettingException.class);
    assertThatThrownBy(() -> ENVIRONMENT.intOr("COUNT", 13, 13, 20))
        .isInstanceOf(WrongSettingException.class);
    assertThatThrownBy(() -> ENVIRONMENT.doubleOr("SHARE", 0.1, 0, 0.4))
        .isInstanceOf(WrongSettingException.class);
    assertThatThrownBy(() -> new Environment(Map.of("N", "NaN")).doubleOr("N", 0.1, 0, 1))
        .isInstanceOf(WrongSettingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com", "example.com", "http://", "http://a b"})
  void anAddressMustBeHttp(String address) {
    assertThatThrownBy(
            () -> new Environment(Map.of("URL", address)).url("URL", "https://example.com"))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("an http or https address");
  }

  @Test
  void theProcessHasAnEnvironment() {
    assertThat(Environment.ofProcess().variables()).isEqualTo(System.getenv());
  }
}
