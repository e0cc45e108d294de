package mosaicmatch.claim;

import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.cycle.HandDrivenClock;

class DynamoClaimsTest extends ClaimsContract {

  @Override
  World open(HandDrivenClock clock) {
    var tables = LocalDynamo.freshTables();
    return new World(
        ClaimsTable.open(LocalDynamo.client(), tables, clock),
        AuditTable.open(LocalDynamo.client(), tables.audit(), clock));
  }
}
