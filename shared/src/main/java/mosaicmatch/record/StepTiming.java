package mosaicmatch.record;

import java.time.Instant;

/**
 * When a step of a cycle ran last.
 *
 * @param startedAt its start
 * @param finishedAt its end, not before the start
 */
public record StepTiming(Instant startedAt, Instant finishedAt) {

  /** Checks the order; clocks of two machines may differ, so an earlier end counts as the start. */
  public StepTiming {
    finishedAt = finishedAt.isBefore(startedAt) ? startedAt : finishedAt;
  }
}
