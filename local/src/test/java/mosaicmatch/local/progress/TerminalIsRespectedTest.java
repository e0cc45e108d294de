package mosaicmatch.local.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalIsRespectedTest {

  @Test
  void ordinaryTerminalIsLiveAndColoured() {
    assertThat(terminal(Map.of("TERM", "xterm", "COLUMNS", "120"), true))
        .isEqualTo(new Terminal(true, true, true, 120));
  }

  @Test
  void noColorLeavesTheLineButNotItsColours() {
    assertThat(terminal(Map.of("NO_COLOR", "1"), true))
        .isEqualTo(new Terminal(true, false, true, 80));
    assertThat(terminal(Map.of("NO_COLOR", ""), true).colour()).isTrue();
  }

  @Test
  void dumbTerminalFileAndPipeGetPlainLines() {
    assertThat(terminal(Map.of("TERM", "dumb"), true).live()).isFalse();
    assertThat(terminal(Map.of("TERM", "xterm"), false).live()).isFalse();
  }

  @Test
  void widthThatMakesNoSenseIsTheUsualOne() {
    assertThat(terminal(Map.of("COLUMNS", "wide"), true).columns()).isEqualTo(80);
    assertThat(terminal(Map.of("COLUMNS", "3"), true).columns()).isEqualTo(20);
  }

  @Test
  void encodingDecidesAboutTheBar() {
    assertThat(Terminal.of(Map.of(), true, StandardCharsets.US_ASCII).unicode()).isFalse();
  }

  @Test
  void countsBelowNothingAreRefused() {
    assertThatThrownBy(() -> new Progress("ProcessPairs", "pairs", -1, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Progress("ProcessPairs", "pairs", 7, 5).done()).isEqualTo(5);
  }

  private static Terminal terminal(Map<String, String> environment, boolean interactive) {
    return Terminal.of(environment, interactive, StandardCharsets.UTF_8);
  }
}
