package mosaicmatch.report;

import java.time.Duration;
import java.time.Instant;

/**
 * When a step of the cycle ran.
 *
 * @param name the state's name, such as {@code ProcessPairs}
 * @param startedAt its start
 * @param finishedAt its end; one before the start counts as the start
 */
public record ReportedStep(String name, Instant startedAt, Instant finishedAt) {

  /** Straightens the end. */
  public ReportedStep {
    finishedAt = finishedAt.isBefore(startedAt) ? startedAt : finishedAt;
  }

  Duration duration() {
    return Duration.between(startedAt, finishedAt);
  }
}
