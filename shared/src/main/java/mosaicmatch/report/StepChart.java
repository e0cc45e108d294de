package mosaicmatch.report;

import static java.util.Comparator.comparing;
import static mosaicmatch.report.Figures.counted;
import static mosaicmatch.report.Figures.duration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the steps ran, as bars on one clock, and the errors they met. */
final class StepChart {

  // A step too short to see is drawn as a sliver.
  private static final double THINNEST = 0.5;

  private final List<ReportedStep> steps;
  private final Instant from;
  private final Duration span;

  private StepChart(CycleReport report) {
    steps = report.steps().stream().sorted(comparing(ReportedStep::startedAt)).toList();
    from = steps.isEmpty() ? report.startedAt() : steps.getFirst().startedAt();
    var to = steps.stream().map(ReportedStep::finishedAt).reduce(from, StepChart::later);
    span = Duration.between(from, to);
  }

  static Html of(CycleReport report) {
    return report.steps().isEmpty() && report.troubles().isEmpty()
        ? Html.NONE
        : new StepChart(report).html(report.troubles());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Html html(List<Trouble> troubles) {
    return Template.of("steps")
        .with("hint", counted(steps.size(), "step", "steps") + " in " + duration(span))
        .with("rows", Html.join(steps.stream().map(this::row).toList()))
        .with("troubles", troubles.isEmpty() ? Html.NONE : table(troubles))
        .html();
  }

  private Html row(ReportedStep step) {
    var begins = Duration.between(from, step.startedAt());
    double width = Math.max(percent(step.duration()), THINNEST);
    return Template.of("step")
        .with("name", step.name())
        .with("x", Math.min(percent(begins), 100 - width))
        .with("width", width)
        .with("took", duration(step.duration()))
        .with("summary", "starts after " + duration(begins))
        .html();
  }

  private double percent(Duration part) {
    return span.isZero() ? 0 : 100.0 * part.toNanos() / span.toNanos();
  }

  private static Html table(List<Trouble> troubles) {
    return Template.of("troubles")
        .with("rows", Html.join(troubles.stream().map(StepChart::row).toList()))
        .html();
  }

  private static Html row(Trouble trouble) {
    return Template.of("trouble")
        .with("step", trouble.step())
        .with("error", trouble.error())
        .with("times", Figures.count(trouble.times()))
        .with("tone", trouble.recovered() ? "well" : "attention")
        .with("end", trouble.recovered() ? "made up for by retries" : "not made up for")
        .html();
  }
}
