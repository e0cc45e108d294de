package mosaicmatch.report;

import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The area that a chart's bars stand in: a row of bins from left to right, and a scale from 0 up to
 * a round number. Coordinates are in hundredths of the area, y downwards.
 *
 * @param bins how many bins stand side by side
 * @param top what the upper edge stands for
 * @param step the distance of two gridlines
 */
record Plot(int bins, double top, double step) {

  private static final double GAP_BETWEEN_BARS = 0.08;
  private static final double AREA_TOP_PIXELS = 34;
  private static final double AREA_PIXELS = 190;
  private static final double LABEL_DROP_PIXELS = 4;
  private static final double MAX_LINES = 4;

  /**
   * A plot that holds bars up to {@code highest}.
   *
   * @param smallestStep gridlines are no closer than this
   */
  static Plot upTo(double highest, double smallestStep, int bins) {
    double step = smallestStep;
    for (int i = 0; Math.ceil(highest / step) > MAX_LINES; i++) {
      step *= i % 3 == 1 ? 2.5 : 2;
    }
    return new Plot(bins, Math.max(1, Math.ceil(highest / step)) * step, step);
  }

  double x(double bin) {
    return 100.0 * bin / bins;
  }

  double height(double value) {
    return 100.0 * value / top;
  }

  /** A bar in a bin, standing on what is below it. */
  Html bar(String kind, int bin, double below, double value, String title) {
    double gap = x(GAP_BETWEEN_BARS);
    return Template.of("bar")
        .with("class", kind)
        .with("x", x(bin) + gap / 2)
        .with("width", x(1) - gap)
        .with("y", 100 - height(below + value))
        .with("height", height(value))
        .with("title", title)
        .html();
  }

  /** A chart around this area, its gridlines drawn. */
  Template.Filling chart() {
    return Template.of("chart").with("grid", grid());
  }

  private Html grid() {
    return lines(value -> Template.of("gridline").with("y", 100 - height(value)).html());
  }

  /** What the gridlines above the base stand for. */
  Html levels(DoubleFunction<String> label) {
    return lines(
        value ->
            Template.of("level")
                .with("y", AREA_TOP_PIXELS + AREA_PIXELS * (1 - value / top) + LABEL_DROP_PIXELS)
                .with("label", value == 0 ? "" : label.apply(value))
                .html());
  }

  private Html lines(DoubleFunction<Html> line) {
    int count = (int) Math.round(top / step);
    return Html.join(IntStream.rangeClosed(0, count).mapToObj(i -> line.apply(i * step)).toList());
  }

  /** A label under every n-th edge of the bins. */
  Html ticks(int every, IntFunction<String> label) {
    return Html.join(
        IntStream.rangeClosed(0, bins)
            .filter(edge -> edge % every == 0)
            .mapToObj(edge -> tick(edge, label.apply(edge)))
            .toList());
  }

  private Html tick(int edge, String label) {
    var anchor = edge == 0 ? "start" : edge == bins ? "end" : "middle";
    return Template.of("tick")
        .with("x", x(edge))
        .with("anchor", anchor)
        .with("label", label)
        .html();
  }

  /** The outline of a histogram as path data, without its base. */
  String outline(Histogram histogram) {
    var path = new StringBuilder("M0 100");
    for (int bin = 0; bin < bins; bin++) {
      path.append(" V").append(hundredths(100 - height(histogram.share(bin))));
      path.append(" H").append(hundredths(x(bin + 1.0)));
    }
    return path.append(" V100").toString();
  }

  private static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
