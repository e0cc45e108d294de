package mosaicmatch.claim;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;

@NeedsDocker
class ClaimsLocalStackIT extends ClaimsContract {

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inDynamo(LocalStack.dynamoDb(), LocalStack.freshTables(), clock);
  }
}
