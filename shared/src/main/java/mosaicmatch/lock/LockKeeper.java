package mosaicmatch.lock;

import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.Cycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cycle's lock in the steps after planning, as well as may be. No promise rests on it, so
 * a lost lock stops nothing there.
 */
public final class LockKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(LockKeeper.class);

  private final CycleLock lock;

  /** Over the lock that it keeps. */
  public LockKeeper(CycleLock lock) {
    this.lock = lock;
  }

  /**
   * Renews the lock when it is due; false if it is held under another fence, or can't be reached
   * now. A free lock was given up on purpose: what a cycle tries again after its close runs without
   * it.
   */
  public boolean keep(Cycle cycle) {
    try {
      return isRenewed(cycle) || isFree();
    } catch (StoreUnavailableException e) {
      LOG.info("goes on without the lock: {}", e.getMessage());
      return false;
    }
  }

  private boolean isRenewed(Cycle cycle) {
    try {
      lock.renew(cycle);
      return true;
    } catch (LockLostException e) {
      LOG.info("goes on without the lock: {}", e.getMessage());
      return false;
    }
  }

  private boolean isFree() {
    return lock.state().flatMap(LockState::owner).isEmpty();
  }
}
