package mosaicmatch.report;

import static mosaicmatch.report.Figures.count;
import static mosaicmatch.report.Figures.counted;
import static mosaicmatch.report.Figures.score;
import static mosaicmatch.report.Figures.share;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The four numbers to read first. */
final class Tiles {

  private static final String PAIRS_STEP = "ProcessPairs";
  private static final String UNKNOWN = "–";

  private Tiles() {}

  static Html of(CycleReport report, CycleSummary summary) {
    return Html.join(
        List.of(matched(report, summary), alike(summary), waits(summary), time(report, summary)));
  }

  private static Html matched(CycleReport report, CycleSummary summary) {
    long pairs = report.dryRun() ? summary.planned() : summary.completed();
    return tile(
        report.dryRun() ? "Would be matched" : "Matched",
        share(summary.matchedShare()),
        count(2 * pairs) + " of " + counted(summary.pool(), "person", "people"));
  }

  private static Html alike(CycleSummary summary) {
    var pairs = summary.meanSimilarity();
    var random = summary.meanRandomSimilarity();
    return tile(
        "Mean similarity of pairs",
        pairs.isPresent() ? score(pairs.getAsDouble()) : UNKNOWN,
        random.isPresent()
            ? times(summary.timesAsAlike()) + score(random.getAsDouble()) + " of random pairs"
            : "no random pairs to compare with");
  }

  private static String times(OptionalDouble times) {
    return times.isPresent()
        ? String.format(Locale.ROOT, "%.1f × the ", times.getAsDouble())
        : "against the ";
  }

  private static Html waits(CycleSummary summary) {
    return tile(
        "Typical wait",
        summary.medianWait().map(Figures::duration).orElse(UNKNOWN),
        summary.longestWait().map(wait -> "longest " + Figures.duration(wait)).orElse("nobody"));
  }

  private static Html time(CycleReport report, CycleSummary summary) {
    return tile(
        "Took",
        Figures.duration(summary.duration()),
        report.steps().stream()
            .filter(step -> step.name().equals(PAIRS_STEP) && summary.completed() > 0)
            .findFirst()
            .map(step -> rate(summary.completed(), step.duration()))
            .orElseGet(() -> counted(report.steps().size(), "step", "steps")));
  }

  private static String rate(long pairs, Duration time) {
    return time.isZero()
        ? counted(pairs, "pair", "pairs")
        : String.format(Locale.ROOT, "%,.0f pairs a second", pairs * 1e9 / time.toNanos());
  }

  private static Html tile(String label, String figure, String detail) {
    return Template.of("tile")
        .with("label", label)
        .with("figure", figure)
        .with("detail", detail)
        .html();
  }
}
