package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongSettingIsNamedTest extends StandInTest {

  @Test
  void takenPortIsToldWithItsSetting(@TempDir Path elsewhere) {
    int port = standIn.uri().getPort();
    NakamaSettings taken =
        NakamaSettings.in(elsewhere, Caller.KEY).onPort(port, "MOSAIC_NAKAMA_PORT");

    assertThatThrownBy(() -> NakamaStandIn.start(taken))
        .isInstanceOf(NakamaPortTakenException.class)
        .hasMessage(
            "port %d for the Nakama stand-in cannot be used (Address already in use); choose another by MOSAIC_NAKAMA_PORT, or 0 for any free one"
                .formatted(port));
    NakamaStandIn.start(taken.onPort(0, "MOSAIC_NAKAMA_PORT")).close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void portThatIsNoneIsRefused(int port) {
    assertThatThrownBy(() -> settings().onPort(port, "MOSAIC_NAKAMA_PORT"))
        .hasMessageStartingWith("MOSAIC_NAKAMA_PORT must be a port from 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a b", "clé"})
  void keyThatCannotBeABasicUserIsRefusedAndNotTold(String key) {
    assertThatThrownBy(() -> NakamaSettings.in(home, key))
        .hasMessage("the Nakama http key must be visible ASCII characters without a colon");
  }

  @Test
  void keyIsNotInTexts() {
    assertThat(settings().toString()).doesNotContain(Caller.KEY);
    assertThat(new HttpKey(Caller.KEY).toString()).doesNotContain(Caller.KEY);
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(standIn.uri().getHost()).isEqualTo("127.0.0.1");
  }
}
