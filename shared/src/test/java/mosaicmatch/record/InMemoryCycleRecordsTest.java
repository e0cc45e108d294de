package mosaicmatch.record;

import mosaicmatch.cycle.HandDrivenClock;

class InMemoryCycleRecordsTest extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return new InMemoryCycleRecords(clock);
  }
}
