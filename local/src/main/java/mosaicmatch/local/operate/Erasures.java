package mosaicmatch.local.operate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.StepTiming;

/** What a cycle's record notes of erasures: how often, and when last; of whom it does not say. */
final class Erasures {

  private static final String STEP = "erasure";
  private static final String COUNT = "erasures";

  private Erasures() {}

  static boolean changed(CycleRecord cycle) {
    return cycle.steps().containsKey(STEP);
  }

  static Optional<Instant> last(CycleRecord cycle) {
    return Optional.ofNullable(cycle.steps().get(STEP)).map(StepTiming::finishedAt);
  }

  /** Before anything of the cycle is changed, so that no change goes without its note. */
  static void note(CycleRecords records, CycleRecord cycle) {
    var now = Workbench.CLOCK.instant();
    long before = cycle.counts().getOrDefault(COUNT, 0L);
    records.recordStep(cycle.cycleId(), STEP, new StepTiming(now, now), Map.of(COUNT, before + 1));
  }
}
