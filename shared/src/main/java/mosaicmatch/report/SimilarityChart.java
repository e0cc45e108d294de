package mosaicmatch.report;

import static mosaicmatch.report.Figures.counted;
import static mosaicmatch.report.Figures.score;
import static mosaicmatch.report.Figures.share;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Similarities of the pairs as bars, over the outline of those of random pairs. */
final class SimilarityChart {

  private static final double BIN = 0.05;
  private static final int BINS_PER_TICK = 4;
  private static final double TICK = BIN * BINS_PER_TICK;
  private static final double SMALLEST_SHARE_STEP = 0.05;
  private static final int FIRST_LABEL_PIXELS = 2;
  private static final int SECOND_LABEL_PIXELS = 17;
  private static final int LABEL_GAP_PIXELS = 6;
  private static final double ROOM_FOR_LABEL = 20;

  private final List<Double> similarities;
  private final CycleSummary summary;
  private final Histogram pairs;
  private final Histogram random;
  private final Plot plot;

  private SimilarityChart(CycleReport report, CycleSummary summary) {
    this.summary = summary;
    similarities = report.pairs().stream().map(ReportedPair::similarity).toList();
    double low = Math.floor(all(report).min().orElse(0) / TICK) * TICK;
    double high = Math.ceil(all(report).max().orElse(1) / TICK) * TICK;
    int bins = Math.max(BINS_PER_TICK, (int) Math.round((high - low) / BIN));
    pairs = Histogram.of(similarities, low, BIN, bins);
    random = Histogram.of(report.randomSimilarities(), low, BIN, bins);
    plot =
        Plot.upTo(Math.max(pairs.highestShare(), random.highestShare()), SMALLEST_SHARE_STEP, bins);
  }

  static Html of(CycleReport report, CycleSummary summary) {
    return report.pairs().isEmpty() && report.randomSimilarities().isEmpty()
        ? Html.NONE
        : new SimilarityChart(report, summary).html(report.randomSimilarities().size());
  }

  private DoubleStream all(CycleReport report) {
    return DoubleStream.concat(
        similarities.stream().mapToDouble(Double::doubleValue),
        report.randomSimilarities().stream().mapToDouble(Double::doubleValue));
  }

  private Html html(int drawn) {
    var pairsLegend =
        counted(similarities.size(), "pair", "pairs") + mean(summary.meanSimilarity());
    var randomLegend =
        counted(drawn, "random pair", "random pairs") + mean(summary.meanRandomSimilarity());
    return plot.chart()
        .with("id", "similarity")
        .with("title", "How alike pairs are")
        .with("hint", "share of pairs by similarity, over that of random pairs")
        .with("onekey", "pairs")
        .with("onelegend", pairsLegend)
        .with("otherkey", "random")
        .with("otherlegend", randomLegend)
        .with("shapes", shapes())
        .with("marks", Html.join(List.of(means(), plot.levels(Figures::share), ticks())))
        .html();
  }

  private Html shapes() {
    return Template.of("random-under")
        .with("outline", plot.outline(random))
        .with("bars", bars())
        .html();
  }

  private Html ticks() {
    return plot.ticks(BINS_PER_TICK, edge -> score(pairs.start(edge)));
  }

  private static String mean(OptionalDouble value) {
    return value.isPresent() ? ", mean " + score(value.getAsDouble()) : "";
  }

  private Html bars() {
    return Html.join(
        IntStream.range(0, pairs.bins())
            .filter(bin -> pairs.count(bin) > 0)
            .mapToObj(bin -> plot.bar("bar-pairs", bin, 0, pairs.share(bin), title(bin)))
            .toList());
  }

  private String title(int bin) {
    return "%s to %s: %s, %s of all; of random pairs %s"
        .formatted(
            score(pairs.start(bin)),
            score(pairs.start(bin + 1)),
            counted(pairs.count(bin), "pair", "pairs"),
            share(pairs.share(bin)),
            share(random.share(bin)));
  }

  // Labels stand outside the two lines, so that neither crosses the other's.
  private Html means() {
    boolean pairsAreHigher =
        summary.meanSimilarity().orElse(1) >= summary.meanRandomSimilarity().orElse(0);
    return Html.join(
        List.of(
            mean("random", summary.meanRandomSimilarity(), SECOND_LABEL_PIXELS, pairsAreHigher),
            mean("pairs", summary.meanSimilarity(), FIRST_LABEL_PIXELS, !pairsAreHigher)));
  }

  private Html mean(String kind, OptionalDouble value, int top, boolean lower) {
    if (value.isEmpty()) {
      return Html.NONE;
    }
    double x = plot.x((value.getAsDouble() - pairs.low()) / BIN);
    boolean left = lower ? x > ROOM_FOR_LABEL : x > 100 - ROOM_FOR_LABEL;
    return Template.of("mean")
        .with("kind", kind)
        .with("x", x)
        .with("top", top)
        .with("anchor", left ? "end" : "start")
        .with("shift", left ? -LABEL_GAP_PIXELS : LABEL_GAP_PIXELS)
        .with("label", kind + " " + score(value.getAsDouble()))
        .html();
  }
}
