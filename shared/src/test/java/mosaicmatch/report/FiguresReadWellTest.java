package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresReadWellTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.85S, 850 ms",
    "PT9.84S, 9.8 s",
    "PT5S, 5 s",
    "PT59.9S, 59 s",
    "PT60S, 1 min",
    "PT125S, 2 min 5 s",
    "PT3H12M, 3 h 12 min",
    "P4DT3H, 4 d 3 h",
    "P1200D, '1,200 d'",
  })
  void durationsShowTheirTwoLargestUnits(Duration duration, String words) {
    assertThat(Figures.duration(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0%", "0.0001, 0.1%", "0.5, 50%", "0.993, 99.3%", "0.9999, 99.9%", "1, 100%"})
  void sharesNeverRoundToAllOrNothing(double share, String words) {
    assertThat(Figures.share(share)).isEqualTo(words);
  }

  @Test
  void languageOfTheMachineChangesNothing() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.count(12_500)).isEqualTo("12,500");
      assertThat(Figures.score(-0.001)).isEqualTo("0.00");
    } finally {
      Locale.setDefault(before);
    }
  }
}
