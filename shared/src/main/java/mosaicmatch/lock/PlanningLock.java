package mosaicmatch.lock;

import mosaicmatch.cycle.Cycle;

/** The cycle's lock in the steps that plan: they end without it. A dry run needs none. */
public final class PlanningLock {

  private final CycleLock lock;

  /** Over the lock that a cycle holds while it plans. */
  public PlanningLock(CycleLock lock) {
    this.lock = lock;
  }

  /**
   * Keeps the lock for another lease, or takes it anew for a redriven execution.
   *
   * @return the cycle with the fence that holds now
   * @throws LockHeldException if another execution holds it
   * @throws CycleOvertakenException if a later cycle has been opened
   */
  public Cycle hold(Cycle cycle) {
    return cycle.dryRun() ? cycle : lock.hold(cycle);
  }

  /**
   * Keeps the lock for another lease if less than half of it is left.
   *
   * @throws LockLostException if the execution no longer holds the lock under this fence
   */
  public void renew(Cycle cycle) {
    if (!cycle.dryRun()) {
      lock.renew(cycle);
    }
  }
}
