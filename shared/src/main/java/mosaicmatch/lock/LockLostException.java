package mosaicmatch.lock;

import mosaicmatch.cycle.CycleId;

/** The execution no longer holds the lock under the fence that it was given. */
public final class LockLostException extends RuntimeException {

  /** Names the cycle and what stands in its way. */
  public LockLostException(CycleId cycle, long fence) {
    super("cycle " + cycle + " no longer holds the lock under fence " + fence);
  }
}
