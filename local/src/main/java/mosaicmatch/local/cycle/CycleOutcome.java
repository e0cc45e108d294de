package mosaicmatch.local.cycle;

import java.nio.file.Path;
import java.util.Optional;
import mosaicmatch.report.CycleReport;
import mosaicmatch.report.CycleSummary;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * How a cycle's execution ended.
 *
 * @param execution its ARN
 * @param status its status, such as {@code SUCCEEDED}
 * @param error what it failed with, if it did
 * @param cycleId the cycle that it opened, if it opened one
 * @param summary the cycle in numbers
 * @param timesAsAlike how many times as similar the pairs are as random pairs
 * @param report the page that tells it all
 */
public record CycleOutcome(
    String execution,
    String status,
    Optional<String> error,
    Optional<String> cycleId,
    Optional<CycleSummary> summary,
    Optional<Double> timesAsAlike,
    Optional<Path> report) {

  /** The outcome of an execution that opened no cycle: the lock was held, or the cycle had run. */
  static CycleOutcome skipped(DescribeExecutionResponse ended) {
    return new CycleOutcome(
        ended.executionArn(),
        ended.statusAsString(),
        Optional.ofNullable(ended.error()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static CycleOutcome of(DescribeExecutionResponse ended, CycleReport report, Path page) {
    var summary = CycleSummary.of(report);
    var times = summary.timesAsAlike();
    return new CycleOutcome(
        ended.executionArn(),
        ended.statusAsString(),
        Optional.ofNullable(ended.error()),
        Optional.of(report.cycleId()),
        Optional.of(summary),
        times.isPresent() ? Optional.of(times.getAsDouble()) : Optional.empty(),
        Optional.of(page));
  }

  /** True if nothing is left to do. */
  public boolean isFinished() {
    return status.equals(ExecutionStatus.SUCCEEDED.toString())
        && summary.map(CycleSummary::unfinished).orElse(0L) == 0;
  }
}
