package mosaicmatch.lockfn;

import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockState;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CycleStatus;

/**
 * Frees the lock of an execution that ended without releasing it. The event may be late: the
 * execution may have been redriven since, so the lock is freed only under the fence that was read
 * before Step Functions was asked.
 */
public final class ReleaseOnFailure {

  private final CycleLock lock;
  private final CycleRecords records;
  private final Executions executions;

  /** Over the lock, the records of cycles, and Step Functions, which is asked. */
  public ReleaseOnFailure(CycleLock lock, CycleRecords records, Executions executions) {
    this.lock = lock;
    this.records = records;
    this.executions = executions;
  }

  /** True if the lock was freed. */
  public boolean release(EndedExecution ended) {
    return lock.state()
        .filter(state -> state.owner().filter(ended.arn()::equals).isPresent())
        .filter(state -> release(ended, state))
        .isPresent();
  }

  private boolean release(EndedExecution ended, LockState state) {
    var standing = executions.describe(ended.arn());
    int redriveCount = ended.redriveCount().orElse(standing.redriveCount());
    boolean released =
        !standing.running() && lock.releaseFor(ended.arn(), redriveCount, state.fence());
    if (released) {
      state
          .lastCycleId()
          .flatMap(records::find)
          .ifPresent(record -> records.finish(record.cycleId(), CycleStatus.UNFINISHED));
    }
    return released;
  }
}
