package mosaicmatch.claim;

import mosaicmatch.aws.LocalDynamo;

class DynamoClaimsTest extends ClaimsContract {

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inDynamo(LocalDynamo.freshTables(), clock);
  }
}
