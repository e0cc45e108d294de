package mosaicmatch.traitservice.registry;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table {@code MosaicMatchSeekers}: a row a person, and an index of those who wait. */
public final class SeekerTable {

  /** The usual name. */
  public static final String DEFAULT_NAME = "MosaicMatchSeekers";

  /** The sparse index: only those who wait have a {@code waiting_shard}. */
  static final String WAITING_INDEX = "waiting";

  /** Keeps a row with the longest ids under DynamoDB's 400 KB. */
  static final int MAX_BLOCKS = 500;

  static final String USER_ID = "user_id";
  static final String STATUS = "status";
  static final String OPTED_IN_AT = "opted_in_at";
  static final String MISSED_CYCLES = "missed_cycles";
  static final String LAST_MISSED_CYCLE = "last_missed_cycle";
  static final String WAITING_SHARD = "waiting_shard";
  static final String MATCH = "match";
  static final String LEAVING = "leaving";
  static final String BLOCKS = "blocks";
  static final String BLOCKED_BY = "blocked_by";
  static final String MET = "met";
  static final String VOIDED = "voided";
  static final String REVISION = "revision";

  private SeekerTable() {}

  /** What makes the table, on demand, under this name. */
  public static CreateTableRequest createRequest(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            attribute(USER_ID, ScalarAttributeType.S),
            attribute(WAITING_SHARD, ScalarAttributeType.S),
            attribute(OPTED_IN_AT, ScalarAttributeType.N))
        .keySchema(key(USER_ID, KeyType.HASH))
        .globalSecondaryIndexes(waitingIndex())
        .build();
  }

  private static GlobalSecondaryIndex waitingIndex() {
    return GlobalSecondaryIndex.builder()
        .indexName(WAITING_INDEX)
        .keySchema(key(WAITING_SHARD, KeyType.HASH), key(OPTED_IN_AT, KeyType.RANGE))
        .projection(
            Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(MISSED_CYCLES, BLOCKS, BLOCKED_BY, MET)
                .build())
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
