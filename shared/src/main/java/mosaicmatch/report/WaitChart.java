package mosaicmatch.report;

import static mosaicmatch.report.Figures.count;
import static mosaicmatch.report.Figures.counted;
import static mosaicmatch.report.Figures.duration;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How long the pool had waited, those who are paired and those who wait on one upon the other. */
final class WaitChart {

  private static final int MAX_BINS = 16;
  private static final int MIN_BINS = 4;
  private static final int MAX_TICKS = 6;
  private static final long[] BIN_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200,
    86_400, 172_800, 345_600, 604_800, 1_209_600, 2_419_200, 4_838_400, 9_676_800
  };

  private final long binSeconds;
  private final Histogram paired;
  private final Histogram waiting;
  private final Plot plot;

  private WaitChart(CycleReport report) {
    long longest =
        seconds(Stream.concat(report.paired(), report.waiting())).stream()
            .mapToLong(Double::longValue)
            .max()
            .orElse(0);
    binSeconds = binFor(longest);
    int bins = Math.clamp(longest / binSeconds + 1, MIN_BINS, MAX_BINS);
    paired = Histogram.of(seconds(report.paired()), 0, (double) binSeconds, bins);
    waiting = Histogram.of(seconds(report.waiting()), 0, (double) binSeconds, bins);
    int most = IntStream.range(0, bins).map(this::people).max().orElse(0);
    plot = Plot.upTo(most, 1, bins);
  }

  static Html of(CycleReport report) {
    return report.pairs().isEmpty() && report.unmatched().isEmpty()
        ? Html.NONE
        : new WaitChart(report).html(report);
  }

  private static List<Double> seconds(Stream<ReportedSeeker> seekers) {
    return seekers.map(seeker -> (double) seeker.waited().toSeconds()).toList();
  }

  private static long binFor(long longest) {
    return LongStream.of(BIN_SECONDS)
        .filter(bin -> longest / bin < MAX_BINS)
        .findFirst()
        .orElse(BIN_SECONDS[BIN_SECONDS.length - 1]);
  }

  private int people(int bin) {
    return paired.count(bin) + waiting.count(bin);
  }

  private Html html(CycleReport report) {
    var pairedLegend = counted(report.paired().count(), "person", "people") + " in pairs";
    var waitingLegend =
        counted(report.waiting().count(), "person still waits", "people still wait");
    return plot.chart()
        .with("id", "waits")
        .with("title", "How long people had waited")
        .with("hint", "people by time from opt-in to this cycle")
        .with("onekey", "pairs")
        .with("onelegend", pairedLegend)
        .with("otherkey", "waiting")
        .with("otherlegend", waitingLegend)
        .with("shapes", Html.join(IntStream.range(0, plot.bins()).mapToObj(this::bars).toList()))
        .with("marks", Html.join(List.of(plot.levels(value -> count(Math.round(value))), ticks())))
        .html();
  }

  private Html ticks() {
    return plot.ticks(1 + (plot.bins() - 1) / MAX_TICKS, edge -> duration(at(edge)));
  }

  private Duration at(int edge) {
    return Duration.ofSeconds(edge * binSeconds);
  }

  private Html bars(int bin) {
    if (people(bin) == 0) {
      return Html.NONE;
    }
    int below = paired.count(bin);
    var title =
        "%s to %s: %s in pairs, %s waiting"
            .formatted(
                duration(at(bin)), duration(at(bin + 1)), count(below), count(waiting.count(bin)));
    return Html.join(
        List.of(
            plot.bar("bar-pairs", bin, 0, below, title),
            plot.bar("bar-waiting", bin, below, waiting.count(bin), title)));
  }
}
