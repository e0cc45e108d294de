package mosaicmatch.record;

import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.cycle.HandDrivenClock;

class DynamoCycleRecordsTest extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return CyclesTable.open(LocalDynamo.client(), LocalDynamo.freshTables().cycles(), clock);
  }
}
