package mosaicmatch.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Who still waits, and why. */
final class UnmatchedTable {

  private UnmatchedTable() {}

  static Html of(CycleReport report) {
    var unmatched = report.unmatched();
    if (unmatched.isEmpty()) {
      return report.pairs().isEmpty() ? Html.NONE : nobody();
    }
    return Template.of("listing")
        .with("id", "unmatched")
        .with("title", "Still waiting")
        .with("placeholder", "Search people who still wait")
        .with("heads", Template.of("unmatched-heads").html())
        .with("hint", Listing.hint(unmatched.size(), "they go first in the next cycle"))
        .with("rows", rows(unmatched))
        .html();
  }

  private static Html nobody() {
    return Template.of("nobody")
        .with("title", "Still waiting")
        .with("sentence", "Nobody: the plan has a partner for everyone.")
        .html();
  }

  private static Html rows(List<ReportedUnmatched> unmatched) {
    return Html.join(
        IntStream.range(0, Math.min(unmatched.size(), Listing.MAX_ROWS))
            .mapToObj(i -> row(i + 1, unmatched.get(i)))
            .toList());
  }

  private static Html row(int place, ReportedUnmatched alone) {
    return Template.of("alone")
        .with("place", place)
        .with("id", alone.seeker().userId())
        .with("person", Listing.person(alone.seeker(), _ -> false))
        .with("reason", reason(alone.reason()))
        .with("score", alone.bestScore().map(Figures::score).orElse(""))
        .with("scoreshown", alone.bestScore().map(Figures::score).orElse("–"))
        .with("seconds", alone.seeker().waited().toSeconds())
        .with("waited", Figures.duration(alone.seeker().waited()))
        .html();
  }

  private static String reason(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "nobody_above_threshold" -> "Nobody in the pool is alike enough.";
      case "partners_taken" -> "Those alike enough were paired with others first.";
      case "only_excluded" -> "Alike only to people they must not meet.";
      case "odd_one_out" -> "Nobody else was left in the pool.";
      case "nobody_proposed" -> "Nobody would do of those whom the index proposed.";
      case "no_vector" -> "There is no embedding of their text.";
      case "not_finite_vector" -> "Their embedding holds numbers that are not finite.";
      case "all_zero_vector" -> "Their embedding is all zeros.";
      case "other_dimension" -> "Their embedding has another dimension than most.";
      case "duplicate_id" -> "The pool named them more than once.";
      case "future_opt_in" -> "Their opt-in lies in the future: a clock is wrong.";
      case "unusable_vector" -> "No usable embedding of their text.";
      default -> Listing.sentence(name.replace('_', ' '));
    };
  }
}
