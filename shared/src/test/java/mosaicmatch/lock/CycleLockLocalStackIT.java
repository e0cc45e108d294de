package mosaicmatch.lock;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;
import mosaicmatch.cycle.HandDrivenClock;

@NeedsDocker
class CycleLockLocalStackIT extends CycleLockContract {

  @Override
  CycleLock open(HandDrivenClock clock) {
    return LockTable.open(LocalStack.dynamoDb(), LocalStack.freshTables().lock(), TIMES, clock);
  }
}
