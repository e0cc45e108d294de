package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsShowEveryValueTest {

  @Test
  void binsTakeTheirLowerEdgeDespiteRounding() {
    var histogram = Histogram.of(List.of(0.0, 0.05, 0.1, 0.15, 0.3), 0, 0.05, 7);
    assertThat(IntStream.range(0, 7).map(histogram::count)).containsExactly(1, 1, 1, 1, 0, 0, 1);
  }

  @Test
  void valuesBeyondTheEndsAreNotLost() {
    var histogram = Histogram.of(List.of(-3.0, 9.0, 0.5), 0, 1, 2);
    assertThat(histogram.count(0) + histogram.count(1)).isEqualTo(3);
    assertThat(histogram.share(0)).isCloseTo(2 / 3.0, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 59, 3_600, 86_400, 20 * 86_400, 400L * 86_400, 90_000L * 86_400})
  void everyWaitFindsItsBar(long seconds) {
    var seeker = new ReportedSeeker("a", Optional.of(""), Duration.ofSeconds(seconds), 0, 0);
    var waiting = new ReportedUnmatched(seeker, "odd_one_out", Optional.empty());
    var chart = WaitChart.of(Reports.of(List.of(), List.of(waiting))).markup();
    assertThat(chart).contains("0 in pairs, 1 waiting", "1 person still waits");
    assertThat(heights(chart).max()).hasValue(100);
  }

  @Test
  void barsNeverLeaveTheirChart() {
    var report = Reports.ofSample();
    var charts =
        SimilarityChart.of(report, CycleSummary.of(report)).markup()
            + WaitChart.of(report).markup();
    assertThat(heights(charts).max().orElseThrow()).isBetween(50.0, 100.0);
    assertThat(charts).doesNotContain("NaN", "Infinity", "y=\"-");
  }

  @Test
  void stepsStandInOrderAndShortOnesCanBeSeen() {
    var chart = StepChart.of(Reports.ofSample()).markup();
    assertThat(chart.indexOf("FetchPool")).isLessThan(chart.indexOf("ProcessPairs"));
    assertThat(chart).contains("2 steps in 2.4 s", "TraitServiceUnavailableException");
  }

  @Test
  void manyPairsAreBoundedAndTheBoundIsTold() {
    var pairs = Collections.nCopies(5_000, Reports.pair("one", "other", PairOutcome.COMPLETED));
    var page = ReportPage.of(Reports.of(pairs, List.of()));
    assertThat(Pattern.compile("<tr id=\"pair-").matcher(page).results()).hasSize(2_000);
    assertThat(page).contains("the first 2,000 of 5,000", "the first 4,000 tiles");
  }

  @Test
  void randomPairsAreOfTwoDifferentPeople() {
    var vectors = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0, -2});
    assertThat(RandomPairs.similarities(vectors, 200, new Random(1)))
        .hasSize(200)
        .containsOnly(0.0, -1.0);
    assertThat(RandomPairs.similarities(vectors.subList(0, 1), 200, new Random(1))).isEmpty();
  }

  private static DoubleStream heights(String chart) {
    return Pattern.compile("<rect[^>]* height=\"([0-9.]+)\"")
        .matcher(chart)
        .results()
        .mapToDouble(bar -> Double.parseDouble(bar.group(1)));
  }
}
