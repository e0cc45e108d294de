package mosaicmatch.record;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;
import mosaicmatch.cycle.HandDrivenClock;

@NeedsDocker
class CycleRecordsLocalStackIT extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return CyclesTable.open(LocalStack.dynamoDb(), LocalStack.freshTables().cycles(), clock);
  }
}
