package mosaicmatch.report;

import static mosaicmatch.report.Figures.count;
import static mosaicmatch.report.Figures.counted;

import java.util.Locale;
import java.util.function.Predicate;

/** What the tables of pairs and of people have in common. */
final class Listing {

  /** More rows would make a page that browsers struggle with. */
  static final int MAX_ROWS = 2_000;

  private Listing() {}

  static String hint(int rows, String usual) {
    return rows > MAX_ROWS ? "the first " + count(MAX_ROWS) + " of " + count(rows) : usual;
  }

  static Html person(ReportedSeeker seeker, Predicate<Word> marked) {
    return Template.of("person")
        .with("id", seeker.userId())
        .with("text", seeker.text().map(text -> text(text, marked)).orElse(Html.NONE))
        .with("meta", meta(seeker))
        .html();
  }

  private static Html text(String text, Predicate<Word> marked) {
    return Template.of("person-text").with("text", Excerpt.of(text, marked)).html();
  }

  private static String meta(ReportedSeeker seeker) {
    var waited = "waited " + Figures.duration(seeker.waited());
    var missed =
        seeker.missedCycles() == 0
            ? ""
            : ", missed " + counted(seeker.missedCycles(), "cycle", "cycles");
    return waited + missed + ", boost " + Figures.score(seeker.boost());
  }

  static String sentence(String words) {
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }
}
