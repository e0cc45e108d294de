package mosaicmatch.traitservice;

import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.traitservice.nonces.NonceTable;
import mosaicmatch.traitservice.registry.SeekerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** One DynamoDB Local for all tests of this process, in memory; each test makes its own tables. */
public final class LocalDynamoDb {

  private static final AtomicInteger TABLES = new AtomicInteger();

  private LocalDynamoDb() {}

  /** A client of it. */
  public static DynamoDbClient client() {
    return Holder.CLIENT;
  }

  /** A new table of seekers. */
  public static String seekersTable() {
    String name = "seekers-" + TABLES.incrementAndGet();
    client().createTable(SeekerTable.createRequest(name));
    return name;
  }

  /** A new table of nonces. */
  public static String noncesTable() {
    String name = "nonces-" + TABLES.incrementAndGet();
    client().createTable(NonceTable.createRequest(name));
    return name;
  }

  private static final class Holder {
    static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(true).dynamoDbClient();
  }
}
