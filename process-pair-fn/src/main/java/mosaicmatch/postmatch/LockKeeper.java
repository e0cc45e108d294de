package mosaicmatch.postmatch;

import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lambda.StepMetrics;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cycle's lock while its pairs are processed, as well as may be. No promise rests on it,
 * and in the retry map the lock is free already, so a lost lock stops nothing.
 */
final class LockKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(LockKeeper.class);

  private final CycleLock lock;

  LockKeeper(CycleLock lock) {
    this.lock = lock;
  }

  void keep(Cycle cycle, StepMetrics metrics) {
    try {
      lock.renew(cycle);
    } catch (LockLostException | StoreUnavailableException e) {
      metrics.count("LockNotRenewed", 1);
      LOG.info("goes on without the lock: {}", e.getMessage());
    }
  }
}
