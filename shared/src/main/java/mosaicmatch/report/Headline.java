package mosaicmatch.report;

import static mosaicmatch.report.Figures.count;
import static mosaicmatch.report.Figures.counted;

import java.util.Locale;

/**
 * A cycle in two sentences.
 *
 * @param claim what came out of it
 * @param state how far it has come, and what is to be done
 */
public record Headline(String claim, String state) {

  /** The sentences for a report. */
  public static Headline of(CycleReport report) {
    var summary = CycleSummary.of(report);
    return new Headline(claim(summary), state(report, summary));
  }

  private static String claim(CycleSummary summary) {
    if (summary.planned() == 0) {
      return summary.pool() < 2
          ? "Too few people waiting to make a pair."
          : "No pair among " + count(summary.pool()) + " people.";
    }
    var pairs = counted(summary.planned(), "pair", "pairs") + " from " + count(summary.pool());
    var alike = summary.timesAsAlike();
    return alike.isPresent()
        ? String.format(
            Locale.ROOT, "%s people, %.1f times as alike as chance.", pairs, alike.getAsDouble())
        : pairs + " people.";
  }

  private static String state(CycleReport report, CycleSummary summary) {
    if (summary.planned() == 0) {
      return "Whoever waits goes into the next cycle with a higher priority.";
    }
    if (report.dryRun()) {
      return "A dry run: this is what a cycle would do. Nobody was matched or told.";
    }
    if (summary.unfinished() > 0) {
      return unfinished(summary);
    }
    return summary.givenUp() == 0 ? done(summary) : givenUp(summary);
  }

  private static String unfinished(CycleSummary summary) {
    return counted(summary.completed(), "pair is", "pairs are")
        + " complete, "
        + count(summary.unfinished())
        + " still to be finished: a redrive of this execution does just those.";
  }

  private static String done(CycleSummary summary) {
    return summary.completed() == 1
        ? "The pair has its own room, and both people have been told once."
        : "Every pair has its own room, and both people in it have been told once.";
  }

  private static String givenUp(CycleSummary summary) {
    return counted(summary.completed(), "pair is", "pairs are")
        + " complete; "
        + counted(summary.givenUp(), "was", "were")
        + " given up. Whoever in them can still be matched waits on, priority kept.";
  }
}
