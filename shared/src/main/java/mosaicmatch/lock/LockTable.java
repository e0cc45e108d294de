package mosaicmatch.lock;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The cycle lock kept in DynamoDB. */
public final class LockTable {

  private LockTable() {}

  /** Opens a table; nothing is called yet. */
  public static CycleLock open(
      DynamoDbClient client, String table, LockTimes times, InstantSource clock) {
    return new DynamoCycleLock(client, table, times, clock);
  }
}
