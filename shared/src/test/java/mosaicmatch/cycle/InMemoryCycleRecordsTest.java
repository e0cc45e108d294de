package mosaicmatch.cycle;

class InMemoryCycleRecordsTest extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return new InMemoryCycleRecords(clock);
  }
}
