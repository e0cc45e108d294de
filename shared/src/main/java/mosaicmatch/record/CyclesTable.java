package mosaicmatch.record;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The cycle records kept in DynamoDB. */
public final class CyclesTable {

  private CyclesTable() {}

  /** Opens a table; nothing is called yet. */
  public static CycleRecords open(DynamoDbClient client, String table, InstantSource clock) {
    return new DynamoCycleRecords(client, table, clock);
  }
}
