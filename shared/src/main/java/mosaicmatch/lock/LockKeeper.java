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

  /** Renews the lock when it is due; false if it is lost, or can't be reached now. */
  public boolean keep(Cycle cycle) {
    try {
      lock.renew(cycle);
      return true;
    } catch (LockLostException | StoreUnavailableException e) {
      LOG.info("goes on without the lock: {}", e.getMessage());
      return false;
    }
  }
}
