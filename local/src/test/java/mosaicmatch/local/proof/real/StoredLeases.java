package mosaicmatch.local.proof.real;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mosaicmatch.aws.TableNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The times until which something in the tables is let alone. Functions run by the system's clock;
 * a test that lets time pass moves these nearer instead.
 */
final class StoredLeases {

  private final DynamoDbClient client;
  private final TableNames tables;

  StoredLeases(DynamoDbClient client, TableNames tables) {
    this.client = client;
    this.tables = tables;
  }

  /** Lets this much time pass for the lock, for attempts, and for calls that were begun. */
  void pass(Duration span) {
    passFor(tables.lock(), "lease_until", span, "lock_name");
    passFor(tables.audit(), "attempt_lease_until", span, "cycle_id", "pair_key");
    passFor(tables.idempotency(), "in_progress_expiration", span, "id");
  }

  /** Forgets every stored answer, as DynamoDB does after an hour. */
  void forgetAnswers() {
    client
        .scanPaginator(scan -> scan.tableName(tables.idempotency()).consistentRead(true))
        .items()
        .forEach(
            item ->
                client.deleteItem(
                    delete ->
                        delete.tableName(tables.idempotency()).key(Map.of("id", item.get("id")))));
  }

  private void passFor(String table, String attribute, Duration span, String... key) {
    client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("attribute_exists(#until)")
                    .expressionAttributeNames(Map.of("#until", attribute)))
        .items()
        .forEach(item -> bringNearer(table, attribute, span, item, key));
  }

  private void bringNearer(
      String table,
      String attribute,
      Duration span,
      Map<String, AttributeValue> item,
      String... key) {
    var keys = new HashMap<String, AttributeValue>();
    for (var name : key) {
      keys.put(name, item.get(name));
    }
    long until = Long.parseLong(item.get(attribute).n()) - span.toMillis();
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(keys)
                  .updateExpression("SET #until = :nearer")
                  .conditionExpression("#until = :was")
                  .expressionAttributeNames(Map.of("#until", attribute))
                  .expressionAttributeValues(
                      Map.of(
                          ":was",
                          item.get(attribute),
                          ":nearer",
                          AttributeValue.fromN(Long.toString(Math.max(0, until))))));
    } catch (ConditionalCheckFailedException changedMeanwhile) {
      return; // Somebody took or gave up this lease just now; theirs is a new one.
    }
  }
}
