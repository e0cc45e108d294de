package mosaicmatch.traitservice.nonces;

import static mosaicmatch.aws.StoreCalls.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import mosaicmatch.signing.NonceStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Nonces in a table made by {@link NonceTable#createRequest}, shared by all its processes. */
public final class DynamoNonceStore implements NonceStore {

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  /** A store over this table. */
  public DynamoNonceStore(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean take(String keyid, String nonce, Instant keepUntil) {
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(
                Map.of(
                    // A keyid holds no '#', so no two pairs give one text.
                    NonceTable.ID, AttributeValue.fromS(keyid + "#" + nonce),
                    NonceTable.EXPIRES_AT, seconds(keepUntil)))
            .conditionExpression("attribute_not_exists(id) OR expires_at < :now")
            .expressionAttributeValues(Map.of(":now", seconds(clock.instant())))
            .build();
    try {
      call("nonce table: writing", () -> client.putItem(request));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private static AttributeValue seconds(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }
}
