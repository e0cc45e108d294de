package mosaicmatch.aws;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** One DynamoDB Local for all tests of a JVM, without a port, and fresh tables for each. */
public final class LocalDynamo {

  private static final AtomicInteger TABLES = new AtomicInteger();

  private LocalDynamo() {}

  private static final class Holder {
    private static final DynamoDbClient CLIENT = start();

    private static DynamoDbClient start() {
      System.setProperty("aws.region", "eu-west-1");
      System.setProperty("aws.accessKeyId", "local");
      System.setProperty("aws.secretAccessKey", "local");
      return DynamoDBEmbedded.create(true).dynamoDbClient();
    }
  }

  public static DynamoDbClient client() {
    return Holder.CLIENT;
  }

  public static TableNames freshTables() {
    return freshTables(client());
  }

  static TableNames freshTables(DynamoDbClient client) {
    int n = TABLES.incrementAndGet();
    var names =
        new TableNames("lock-" + n, "audit-" + n, "claims-" + n, "cycles-" + n, "answers-" + n);
    Tables.createMissing(client, names);
    return names;
  }
}
