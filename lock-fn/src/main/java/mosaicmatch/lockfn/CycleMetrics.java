package mosaicmatch.lockfn;

import java.time.Duration;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StepMetrics;
import mosaicmatch.report.CycleReport;
import mosaicmatch.report.ReportedPair;

/** What a cycle's end adds to the metrics; a dry run adds nothing. */
final class CycleMetrics {

  private static final double MEDIAN = 0.5;
  private static final double TENTH = 0.1;
  private static final double ALL_BUT_A_TWENTIETH = 0.95;

  private final StepMetrics metrics;

  CycleMetrics(StepMetrics metrics) {
    this.metrics = metrics;
  }

  void ended(boolean succeeded) {
    metrics.count(Metric.CYCLES_COMPLETED, succeeded ? 1 : 0);
    metrics.count(Metric.CYCLES_FAILED, succeeded ? 0 : 1);
  }

  void told(CycleReport report) {
    metrics.time(Metric.CYCLE_DURATION, report.duration());
    scores(report);
    waits(report);
  }

  private void scores(CycleReport report) {
    report.pairs().stream()
        .mapToDouble(ReportedPair::score)
        .average()
        .ifPresent(mean -> metrics.value(Metric.SCORE_MEAN, mean));
    score(Metric.SCORE_MEDIAN, report, MEDIAN);
    score(Metric.SCORE_P10, report, TENTH);
  }

  private void score(Metric metric, CycleReport report, double share) {
    report.scores().at(share).ifPresent(score -> metrics.value(metric, score));
  }

  private void waits(CycleReport report) {
    wait(Metric.WAIT_MEDIAN, report, MEDIAN);
    wait(Metric.WAIT_P95, report, ALL_BUT_A_TWENTIETH);
    wait(Metric.WAIT_LONGEST, report, 1);
  }

  private void wait(Metric metric, CycleReport report, double share) {
    report.waits().at(share).ifPresent((Duration wait) -> metrics.time(metric, wait));
  }
}
