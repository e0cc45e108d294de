package mosaicmatch.record;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;

@NeedsDocker
class CycleRecordsLocalStackIT extends CycleRecordsContract {

  @Override
  CycleRecords open(HandDrivenClock clock) {
    return CyclesTable.open(LocalStack.dynamoDb(), LocalStack.freshTables().cycles(), clock);
  }
}
