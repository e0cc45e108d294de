package mosaicmatch.lockfn;

import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CycleStatus;
import mosaicmatch.record.StepLog;

/** Writes the cycle's record and gives the lock up; also when the lock was lost before. */
public final class CloseCycle {

  private final CycleLock lock;
  private final CycleRecords records;
  private final StepLog log;

  /** Over the lock that it gives up and the records that it writes. */
  public CloseCycle(CycleLock lock, CycleRecords records, StepLog log) {
    this.lock = lock;
    this.records = records;
    this.log = log;
  }

  /** Closes a cycle: as unfinished if anything is left, else as complete. */
  public ClosedCycle close(CloseCycleRequest request) {
    return log.timed(
        request.cycle().id(), "close-cycle", () -> finish(request), _ -> counts(request));
  }

  private ClosedCycle finish(CloseCycleRequest request) {
    var cycle = request.cycle();
    boolean isUnfinished = request.retry().filter(retry -> retry.items() > 0).isPresent();
    var record =
        records.finish(cycle.id(), isUnfinished ? CycleStatus.UNFINISHED : CycleStatus.COMPLETE);
    boolean released = !cycle.dryRun() && lock.release(cycle);
    return new ClosedCycle(cycle, record.status(), released);
  }

  private static Map<String, Long> counts(CloseCycleRequest request) {
    var counts = new TreeMap<String, Long>();
    request
        .pool()
        .ifPresent(
            pool -> {
              counts.put("seekers", (long) pool.seekers());
              counts.put("left_out_live_claim", (long) pool.leftOut().liveClaim());
              counts.put("left_out_consumed", (long) pool.leftOut().consumed());
              counts.put("left_out_over_limit", (long) pool.leftOut().overLimit());
            });
    request
        .plan()
        .ifPresent(
            plan -> {
              counts.put("pairs", (long) plan.pairs());
              counts.put("unmatched", (long) plan.unmatched());
            });
    request.retry().ifPresent(retry -> counts.put("unfinished", (long) retry.items()));
    return counts;
  }
}
