package mosaicmatch.cycle;

import mosaicmatch.aws.LocalDynamo;

class DynamoCycleRecordsTest extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return CyclesTable.open(LocalDynamo.client(), LocalDynamo.freshTables().cycles(), clock);
  }
}
