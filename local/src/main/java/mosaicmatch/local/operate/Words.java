package mosaicmatch.local.operate;

import java.time.Duration;
import java.util.Locale;
import mosaicmatch.plan.PlanDocument;

/** Figures in plain words. */
final class Words {

  private Words() {}

  static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  static String span(Duration span) {
    if (span.toDays() > 1) {
      return span.toDays() + " days";
    }
    if (span.toHours() > 1) {
      return span.toHours() + " hours";
    }
    return span.toMinutes() > 1 ? span.toMinutes() + " minutes" : span.toSeconds() + " s";
  }

  static double setting(PlanDocument plan, String name) {
    return Double.parseDouble(plan.settings().getOrDefault(name, "NaN"));
  }
}
