package mosaicmatch.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The execution that ran a cycle.
 *
 * @param execution its ARN
 * @param startedAt when it started
 * @param finishedAt when it ended, or was looked at
 * @param steps when its steps ran
 * @param error what it failed with, if it ever failed
 */
public record ReportedRun(
    String execution,
    Instant startedAt,
    Instant finishedAt,
    List<ReportedStep> steps,
    Optional<String> error) {

  /** Keeps a copy. */
  public ReportedRun {
    steps = List.copyOf(steps);
  }
}
