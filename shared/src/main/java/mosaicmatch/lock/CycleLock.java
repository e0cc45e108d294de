package mosaicmatch.lock;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;

/**
 * The lock that one execution at a time holds while it runs a cycle: a lease with a fence that only
 * grows. All methods throw {@code StoreUnavailableException} when the store can't be reached.
 */
public interface CycleLock {

  /**
   * Opens a cycle: takes the lock if it is the execution's own, or if it is free (no owner, or its
   * lease ended longer ago than the clock-skew margin) and the cycle is later than the last one
   * opened. One conditional write.
   */
  Opening open(CycleId cycle, String execution, int redriveCount);

  /**
   * Keeps the lock for another lease, or takes it anew for a redriven execution whose cycle is
   * still the last one opened.
   *
   * @return the cycle with the fence that holds now
   * @throws LockHeldException if another execution holds it
   * @throws CycleOvertakenException if a later cycle has been opened
   */
  Cycle hold(Cycle cycle);

  /**
   * Keeps the lock for another lease if less than half of it is left; does nothing otherwise.
   *
   * @throws LockLostException if the execution no longer holds the lock under this fence
   */
  void renew(Cycle cycle);

  /** Gives the lock up; false if the execution no longer held it under this fence. */
  boolean release(Cycle cycle);

  /**
   * Frees the lock of an execution that ended without releasing it: only if it is the owner, the
   * stored redrive count is not above the given one, and the fence is still the given one.
   */
  boolean releaseFor(String execution, int redriveCount, long fence);

  /** Who holds the lock; empty before the first cycle. */
  Optional<LockState> state();
}
