package mosaicmatch.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveLineIsDrawnAtMostTenTimesASecondTest {

  private static final Terminal PLAIN_BAR = new Terminal(true, false, true, 80);

  private final Screen screen = new Screen();

  @Test
  void thousandUpdatesASecondAreTenDrawings() {
    var view = screen.view(PLAIN_BAR);
    for (int i = 0; i < 1_000; i++) {
      view.show(new Progress("ProcessPairs", "pairs", i, 1_000));
      screen.passMillis(1);
    }
    assertThat(screen.text().split("\r", -1)).hasSize(1 + 10);
  }

  @Test
  void lineTellsStepBarCountRateAndTimeLeft() {
    var view = screen.view(PLAIN_BAR);
    view.show(new Progress("ProcessPairs", "pairs", 0, 150));
    screen.passMillis(1_000);
    view.show(new Progress("ProcessPairs", "pairs", 75, 150));
    assertThat(screen.text())
        .endsWith(
            "\r\u001B[KProcessPairs  ━━━━━━━━━━━━────────────  75 of 150 pairs  75/s  1 s left");
  }

  @Test
  void finishedStepStaysAboveTheLine() {
    var view = screen.view(PLAIN_BAR);
    view.show(Progress.of("FetchPool"));
    screen.passMillis(1_500);
    view.show(new Progress("ProcessPairs", "pairs", 0, 150));
    screen.passMillis(2_000);
    view.show(new Progress("ProcessPairs", "pairs", 150, 150));
    view.close();
    assertThat(screen.text())
        .contains("\r\u001B[KFetchPool  1.5 s\n")
        .endsWith("\r\u001B[KProcessPairs  150 of 150 pairs  2 s\n");
  }

  @Test
  void warningStandsAboveTheLineAndMovesNoCursor() {
    var view = screen.view(PLAIN_BAR);
    view.show(Progress.of("FetchPool"));
    view.say("3 lines\u001B[2J were left out");
    assertThat(screen.text()).endsWith("\r\u001B[K3 lines[2J were left out\n\r\u001B[KFetchPool");
  }

  @Test
  void narrowTerminalGetsNoBarAndNoSecondLine() {
    var view = screen.view(new Terminal(true, false, true, 30));
    view.show(new Progress("CollectUnfinished", "pairs", 123_456, 200_000));
    assertThat(screen.text()).isEqualTo("\r\u001B[KCollectUnfinished  123,456 of");
  }

  @Test
  void coloursAreOnlyForThoseWhoWantThem() {
    screen.view(PLAIN_BAR).show(new Progress("ProcessPairs", "pairs", 1, 2));
    assertThat(screen.text()).doesNotContain("\u001B[36m");
    screen
        .view(new Terminal(true, true, true, 80))
        .show(new Progress("ProcessPairs", "pairs", 1, 2));
    assertThat(screen.text()).contains("\u001B[36m━━━━━━━━━━━━\u001B[0m");
  }

  @Test
  void encodingWithoutTheBarGetsAscii() {
    screen
        .view(new Terminal(true, false, false, 80))
        .show(new Progress("ProcessPairs", "pairs", 1, 2));
    assertThat(screen.text()).contains("############............");
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(screen.text())).isTrue();
  }
}
