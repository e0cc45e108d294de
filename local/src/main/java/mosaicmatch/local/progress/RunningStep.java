package mosaicmatch.local.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mosaicmatch.report.Figures;

/** The step under way: how far it has come, since when, and how fast. */
final class RunningStep {

  private final Instant startedAt;
  private final Pace pace;
  private Progress progress;

  RunningStep(Progress progress, Instant now) {
    this.progress = progress;
    startedAt = now;
    pace = new Pace(now, progress.done());
  }

  void update(Progress newer, Instant now) {
    progress = newer;
    pace.record(now, newer.done());
  }

  boolean isSameAs(Progress other) {
    return progress.step().equals(other.step());
  }

  String name() {
    return progress.step();
  }

  boolean counts() {
    return progress.counts();
  }

  double share() {
    return (double) progress.done() / progress.total();
  }

  /** Done of total, rate and time left, as far as they are known. */
  List<String> figures() {
    var figures = new ArrayList<String>();
    if (progress.counts()) {
      figures.add(doneOfTotal());
    }
    pace.perSecond().ifPresent(rate -> figures.add(rate(rate)));
    if (progress.done() < progress.total()) {
      pace.timeFor(progress.total() - progress.done())
          .ifPresent(left -> figures.add(Figures.duration(left) + " left"));
    }
    return figures;
  }

  /** What to say when it is over: what was done, and how long it took. */
  List<String> conclusion(Instant now) {
    var took = Figures.duration(Duration.between(startedAt, now));
    return progress.counts() ? List.of(doneOfTotal(), took) : List.of(took);
  }

  private String doneOfTotal() {
    var done = Figures.count(progress.done());
    var total = Figures.count(progress.total());
    return "%s of %s %s".formatted(done, total, progress.unit()).strip();
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
  }
}
