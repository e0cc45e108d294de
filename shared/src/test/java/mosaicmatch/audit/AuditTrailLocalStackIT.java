package mosaicmatch.audit;

import mosaicmatch.aws.LocalStack;
import mosaicmatch.aws.NeedsDocker;
import mosaicmatch.claim.ClaimsAndTrail;

@NeedsDocker
class AuditTrailLocalStackIT extends AuditTrailContract {

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inDynamo(LocalStack.dynamoDb(), LocalStack.freshTables(), clock);
  }
}
