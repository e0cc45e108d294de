package mosaicmatch.report;

import static java.util.Comparator.comparingDouble;
import static mosaicmatch.report.Figures.count;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pool as a mosaic: a tile for each pair, its colour their similarity; half a tile alone. */
final class Mosaic {

  private static final int MAX_TILES = 4_000;
  private static final int MANY = 1_000;
  private static final int QUITE_A_FEW = 300;

  private Mosaic() {}

  static Html of(CycleReport report) {
    var pairs = report.pairs();
    var alone = report.unmatched();
    int tiles = pairs.size() + alone.size();
    if (tiles == 0) {
      return Html.NONE;
    }
    return Template.of("mosaic")
        .with("size", tiles > MANY ? "small" : tiles > QUITE_A_FEW ? "medium" : "large")
        .with("hint", hint(tiles))
        .with(
            "tiles", Html.join(Stream.concat(pairs(pairs), alone(alone)).limit(MAX_TILES).toList()))
        .with("legend", legend(report))
        .html();
  }

  private static String hint(int tiles) {
    var each = "a tile is a pair, half a tile is somebody who still waits";
    return tiles > MAX_TILES ? each + "; the first " + count(MAX_TILES) + " tiles" : each;
  }

  private static Stream<Html> pairs(List<ReportedPair> pairs) {
    return pairs.stream()
        .sorted(comparingDouble(ReportedPair::similarity).reversed())
        .map(Mosaic::tile);
  }

  private static Html tile(ReportedPair pair) {
    return Template.of("mosaic-pair")
        .with("tone", tone(pair.similarity()))
        .with("outcome", pair.outcome().inWords())
        .with("rank", pair.rank())
        .with(
            "title",
            "%s and %s, %s"
                .formatted(
                    pair.first().userId(),
                    pair.second().userId(),
                    Figures.score(pair.similarity())))
        .html();
  }

  private static String tone(double similarity) {
    return "s" + Math.clamp((int) Math.floor(similarity * 10) - 1, 0, 6);
  }

  private static Stream<Html> alone(List<ReportedUnmatched> alone) {
    return IntStream.range(0, alone.size())
        .mapToObj(
            i ->
                Template.of("mosaic-alone")
                    .with("place", i + 1)
                    .with("title", alone.get(i).seeker().userId() + " still waits")
                    .html());
  }

  private static Html legend(CycleReport report) {
    var marked =
        Arrays.stream(PairOutcome.values())
            .filter(outcome -> outcome != PairOutcome.COMPLETED && outcome != PairOutcome.PLANNED)
            .filter(outcome -> report.count(outcome) > 0)
            .map(outcome -> entry(outcome.inWords(), report.count(outcome)));
    var waiting = Stream.of(entry("alone", report.unmatched().size()));
    return Html.join(
        Stream.concat(marked, report.unmatched().isEmpty() ? Stream.of() : waiting).toList());
  }

  private static Html entry(String outcome, long number) {
    var label = outcome.equals("alone") ? "still waiting" : outcome;
    return Template.of("mosaic-legend")
        .with("outcome", outcome)
        .with("label", count(number) + " " + label)
        .html();
  }
}
