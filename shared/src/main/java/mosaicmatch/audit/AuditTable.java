package mosaicmatch.audit;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The audit trail kept in DynamoDB. */
public final class AuditTable {

  private AuditTable() {}

  /** Opens a table; nothing is called yet. */
  public static AuditTrail open(DynamoDbClient client, String table, InstantSource clock) {
    return new DynamoAuditTrail(client, table, clock);
  }
}
