package mosaicmatch.lock;

import mosaicmatch.cycle.CycleId;

/** Another execution holds the cycle lock. */
public final class LockHeldException extends RuntimeException {

  /** Names the cycle and what stands in its way. */
  public LockHeldException(CycleId cycle, String owner) {
    super("cycle " + cycle + " can't take the lock: execution " + owner + " holds it");
  }
}
