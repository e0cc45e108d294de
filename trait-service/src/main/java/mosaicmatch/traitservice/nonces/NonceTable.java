package mosaicmatch.traitservice.nonces;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** The table {@code MosaicMatchNonces}: a row a used nonce, which DynamoDB clears away in time. */
public final class NonceTable {

  /** The usual name. */
  public static final String DEFAULT_NAME = "MosaicMatchNonces";

  static final String ID = "id";
  static final String EXPIRES_AT = "expires_at";

  private NonceTable() {}

  /** What makes the table, on demand, under this name. */
  public static CreateTableRequest createRequest(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName(ID)
                .attributeType(ScalarAttributeType.S)
                .build())
        .keySchema(KeySchemaElement.builder().attributeName(ID).keyType(KeyType.HASH).build())
        .build();
  }

  /** What switches the clearing on; the code checks each nonce's time itself, so it may be late. */
  public static UpdateTimeToLiveRequest timeToLiveRequest(String name) {
    return UpdateTimeToLiveRequest.builder()
        .tableName(name)
        .timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES_AT).enabled(true))
        .build();
  }
}
