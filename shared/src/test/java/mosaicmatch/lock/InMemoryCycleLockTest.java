package mosaicmatch.lock;

import mosaicmatch.cycle.HandDrivenClock;

class InMemoryCycleLockTest extends CycleLockContract {

  @Override
  CycleLock open(HandDrivenClock clock) {
    return new InMemoryCycleLock(clock, TIMES.lease(), TIMES.clockSkew());
  }
}
