package mosaicmatch.claim;

import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.HandDrivenClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Claims and an audit trail over the same entries. */
public record ClaimsAndTrail(Claims claims, AuditTrail trail) {

  public static ClaimsAndTrail inMemory(HandDrivenClock clock) {
    var trail = new InMemoryAuditTrail(clock);
    return new ClaimsAndTrail(new InMemoryClaims(trail, clock), trail);
  }

  public static ClaimsAndTrail inDynamo(TableNames tables, HandDrivenClock clock) {
    return inDynamo(LocalDynamo.client(), tables, clock);
  }

  public static ClaimsAndTrail inDynamo(
      DynamoDbClient client, TableNames tables, HandDrivenClock clock) {
    return new ClaimsAndTrail(
        ClaimsTable.open(client, tables, clock), AuditTable.open(client, tables.audit(), clock));
  }
}
