package mosaicmatch.traitservice.registry;

import static mosaicmatch.aws.StoreCalls.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A block stands in both rows or in neither. */
final class BlockTransactions {

  private static final int MAX_ATTEMPTS = 5;

  private final DynamoDbClient client;
  private final String table;

  BlockTransactions(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  void block(SeekerId by, SeekerId other) {
    if (!applied(
        adding(by, SeekerTable.BLOCKS, other), adding(other, SeekerTable.BLOCKED_BY, by))) {
      throw new TooManyBlocksException();
    }
  }

  void unblock(SeekerId by, SeekerId other) {
    // A condition that fails says that there was no block to take back.
    applied(removing(by, SeekerTable.BLOCKS, other), taking(other, SeekerTable.BLOCKED_BY, by));
  }

  /** Takes an erased person out of the row of somebody they had blocked. */
  void forgetBlocker(SeekerId other, SeekerId erased) {
    Update update = removing(other, SeekerTable.BLOCKED_BY, erased);
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(update.key())
            .updateExpression(update.updateExpression())
            .conditionExpression(update.conditionExpression())
            .expressionAttributeNames(update.expressionAttributeNames())
            .expressionAttributeValues(update.expressionAttributeValues())
            .build();
    try {
      call("seeker table: writing", () -> client.updateItem(request));
    } catch (ConditionalCheckFailedException _) {
      return; // an earlier attempt at the erasure did it
    }
  }

  private Update adding(SeekerId row, String set, SeekerId id) {
    Map<String, AttributeValue> values = values(id);
    values.put(":most", SeekerItem.number(SeekerTable.MAX_BLOCKS));
    return update(row, set, "ADD #set :ids, revision :one")
        .conditionExpression(
            "attribute_not_exists(#set) OR size(#set) < :most OR contains(#set, :id)")
        .expressionAttributeValues(values)
        .build();
  }

  private Update removing(SeekerId row, String set, SeekerId id) {
    return update(row, set, "DELETE #set :ids ADD revision :one")
        .conditionExpression("contains(#set, :id)")
        .expressionAttributeValues(values(id))
        .build();
  }

  private Update taking(SeekerId row, String set, SeekerId id) {
    Map<String, AttributeValue> values = values(id);
    values.remove(":id");
    return update(row, set, "DELETE #set :ids ADD revision :one")
        .expressionAttributeValues(values)
        .build();
  }

  private Update.Builder update(SeekerId row, String set, String expression) {
    return Update.builder()
        .tableName(table)
        .key(Map.of(SeekerTable.USER_ID, SeekerItem.text(row.value())))
        .updateExpression(expression)
        .expressionAttributeNames(Map.of("#set", set));
  }

  private static Map<String, AttributeValue> values(SeekerId id) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":id", SeekerItem.text(id.value()));
    values.put(":ids", AttributeValue.fromSs(List.of(id.value())));
    values.put(":one", SeekerItem.number(1));
    return values;
  }

  private boolean applied(Update one, Update other) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(
                TransactWriteItem.builder().update(one).build(),
                TransactWriteItem.builder().update(other).build())
            .build();
    for (int attempt = 1; ; attempt++) {
      try {
        call("seeker table: writing", () -> client.transactWriteItems(request));
        return true;
      } catch (TransactionCanceledException e) {
        if (isConditional(e)) {
          return false;
        }
        if (attempt == MAX_ATTEMPTS) {
          throw new StoreUnavailableException("two rows were busy", e);
        }
      }
    }
  }

  private static boolean isConditional(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream()
        .map(reason -> Optional.ofNullable(reason.code()).orElse("None"))
        .anyMatch("ConditionalCheckFailed"::equals);
  }
}
