package mosaicmatch.record;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import mosaicmatch.cycle.CycleId;

/** Notes in the cycle's record when a step ran, and what it counted. */
public final class StepLog {

  private final CycleRecords records;
  private final InstantSource clock;

  /** Over the records that it writes to. */
  public StepLog(CycleRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Does a step's work and notes it; work that throws is not noted.
   *
   * @param counts what the work's result counts, by name
   * @throws UnknownCycleException if the cycle was never opened
   */
  public <T> T timed(
      CycleId cycle, String step, Supplier<T> work, Function<T, Map<String, Long>> counts) {
    var startedAt = clock.instant();
    var result = work.get();
    records.recordStep(
        cycle, step, new StepTiming(startedAt, clock.instant()), counts.apply(result));
    return result;
  }
}
