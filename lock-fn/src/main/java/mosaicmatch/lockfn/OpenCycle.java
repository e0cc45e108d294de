package mosaicmatch.lockfn;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.Opening;
import mosaicmatch.lockfn.OpenedCycle.Status;
import mosaicmatch.record.CycleRecords;

/** Takes the lock for a cycle and opens its record; a dry run only has a record. */
public final class OpenCycle {

  private final CycleLock lock;
  private final CycleRecords records;

  /** Over the lock that it takes and the records that it opens. */
  public OpenCycle(CycleLock lock, CycleRecords records) {
    this.lock = lock;
    this.records = records;
  }

  /** Opens a cycle, unless it has run or another execution holds the lock. */
  public OpenedCycle open(CycleId id, String execution, int redriveCount) {
    if (id.isDryRun()) {
      return opened(new Cycle(id, execution, redriveCount, 0, true), Optional.empty());
    }
    return switch (lock.open(id, execution, redriveCount)) {
      case Opening.Opened(var cycle) -> opened(cycle, lock.state());
      case Opening.Busy _ -> skipped(Status.BUSY, id, execution, redriveCount);
      case Opening.AlreadyRun _ -> skipped(Status.ALREADY_RUN, id, execution, redriveCount);
    };
  }

  private OpenedCycle opened(Cycle cycle, Optional<LockState> state) {
    records.open(cycle);
    return new OpenedCycle(Status.OPENED, cycle, state.map(LockState::leaseUntil));
  }

  private static OpenedCycle skipped(Status status, CycleId id, String execution, int redrives) {
    return new OpenedCycle(
        status, new Cycle(id, execution, redrives, 0, id.isDryRun()), Optional.empty());
  }
}
