package mosaicmatch.aws;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables of the cycle: keys and indexes, in one place for tests and for one machine. */
public final class Tables {

  /**
   * The audit table's sparse index of unfinished entries, oldest cycle first. One partition: it is
   * written when a pair is claimed and when it ends, and a partition takes 1,000 writes a second.
   */
  public static final String UNFINISHED_INDEX = "unfinished";

  /** The cycle table's index of cycles and dry runs by id. */
  public static final String KIND_INDEX = "kind";

  private Tables() {}

  /** The requests that create all tables. */
  public static List<CreateTableRequest> all(TableNames names) {
    return List.of(
        table(names.lock(), "lock_name"),
        table(names.audit(), "cycle_id", "pair_key").toBuilder()
            .attributeDefinitions(texts("cycle_id", "pair_key", "unfinished"))
            .globalSecondaryIndexes(
                index(UNFINISHED_INDEX, ProjectionType.KEYS_ONLY, "unfinished", "cycle_id"))
            .build(),
        table(names.claims(), "user_id"),
        table(names.cycles(), "cycle_id").toBuilder()
            .attributeDefinitions(texts("cycle_id", "kind"))
            .globalSecondaryIndexes(index(KIND_INDEX, ProjectionType.ALL, "kind", "cycle_id"))
            .build(),
        table(names.idempotency(), "id"));
  }

  /**
   * Creates the tables that are not there; for tests and for one machine, where they are ready at
   * once. Deployed ones come from the template.
   */
  public static void createMissing(DynamoDbClient client, TableNames names) {
    for (var request : all(names)) {
      try {
        StoreCalls.call("creating table " + request.tableName(), () -> client.createTable(request));
      } catch (ResourceInUseException alreadyThere) {
        continue;
      }
      if (request.tableName().equals(names.idempotency())) {
        expire(client, names.idempotency());
      }
    }
  }

  private static void expire(DynamoDbClient client, String table) {
    client.updateTimeToLive(
        request ->
            request
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName("expiration").enabled(true)));
  }

  private static CreateTableRequest table(String name, String... key) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(texts(key))
        .keySchema(keySchema(key))
        .build();
  }

  private static GlobalSecondaryIndex index(String name, ProjectionType holds, String... key) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keySchema(key))
        .projection(projection -> projection.projectionType(holds))
        .build();
  }

  private static List<AttributeDefinition> texts(String... names) {
    return Stream.of(names)
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keySchema(String... names) {
    return Stream.of(names)
        .map(
            name ->
                KeySchemaElement.builder()
                    .attributeName(name)
                    .keyType(name.equals(names[0]) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }
}
