package mosaicmatch.lock;

import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.cycle.HandDrivenClock;

class DynamoCycleLockTest extends CycleLockContract {

  @Override
  CycleLock open(HandDrivenClock clock) {
    return LockTable.open(LocalDynamo.client(), LocalDynamo.freshTables().lock(), TIMES, clock);
  }
}
