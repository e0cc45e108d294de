package mosaicmatch.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainLinesAreFewTest {

  private static final Terminal FILE = new Terminal(false, false, true, 80);

  private final Screen screen = new Screen();

  @Test
  void stepsAreWrittenAtTheirStartAndEndAndEveryFiveSeconds() {
    var view = screen.view(FILE);
    view.show(Progress.of("FetchPool"));
    screen.passMillis(240);
    for (int i = 0; i <= 120; i++) {
      view.show(new Progress("ProcessPairs", "pairs", i * 10L, 1_200));
      screen.passMillis(100);
    }
    view.close();
    assertThat(screen.text())
        .isEqualTo(
            """
            FetchPool
            FetchPool done: 240 ms
            ProcessPairs
            ProcessPairs: 500 of 1,200 pairs, 100/s, 7 s left
            ProcessPairs: 1,000 of 1,200 pairs, 100/s, 2 s left
            ProcessPairs done: 1,200 of 1,200 pairs, 12 s
            """);
  }

  @Test
  void paceForgetsWhatWasLongAgo() {
    var view = screen.view(FILE);
    view.show(new Progress("ProcessPairs", "pairs", 0, 2_000));
    screen.passMillis(60_000);
    view.show(new Progress("ProcessPairs", "pairs", 1_000, 2_000));
    for (int i = 1; i <= 20; i++) {
      screen.passMillis(1_000);
      view.show(new Progress("ProcessPairs", "pairs", 1_000 + i, 2_000));
    }
    assertThat(screen.text()).endsWith("1,020 of 2,000 pairs, 1.0/s, 16 min 20 s left\n");
  }

  @Test
  void nothingIsEscapedOrDrawnOver() {
    var view = screen.view(FILE);
    view.show(new Progress("ProcessPairs", "pairs", 0, 10));
    view.say("a retry\r\u001B[K");
    view.close();
    assertThat(screen.text()).doesNotContain("\r", "\u001B").contains("a retry");
  }

  @Test
  void closingTwiceSaysNothingNew() {
    var view = screen.view(FILE);
    view.show(Progress.of("FetchPool"));
    view.close();
    var once = screen.text();
    view.close();
    assertThat(screen.text()).isEqualTo(once);
  }
}
