package mosaicmatch.local.proof.real;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The unsafe variant of a store: its conditional writes to one table always succeed. */
final class WithoutConditions {

  private WithoutConditions() {}

  /** A client whose writes to that table are unconditional. */
  static DynamoDbClient on(String table, DynamoDbClient real) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              try {
                return switch (arguments == null ? "" : arguments[0]) {
                  case UpdateItemRequest update when update.tableName().equals(table) ->
                      real.updateItem(freed(update));
                  case TransactWriteItemsRequest write ->
                      real.transactWriteItems(freed(write, table));
                  // Makes the request, and then calls the proxy with it.
                  case Consumer<?> _ -> InvocationHandler.invokeDefault(proxy, method, arguments);
                  default -> method.invoke(real, arguments);
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static UpdateItemRequest freed(UpdateItemRequest update) {
    return update.toBuilder().conditionExpression(freed(update.conditionExpression())).build();
  }

  private static TransactWriteItemsRequest freed(TransactWriteItemsRequest write, String table) {
    List<TransactWriteItem> items =
        write.transactItems().stream()
            .map(
                item ->
                    item.update().tableName().equals(table)
                        ? TransactWriteItem.builder()
                            .update(
                                item.update().toBuilder()
                                    .conditionExpression(freed(item.update().conditionExpression()))
                                    .build())
                            .build()
                        : item)
            .toList();
    return write.toBuilder().transactItems(items).build();
  }

  /** Names and values of the condition must be used, so it is kept and made to hold always. */
  private static String freed(String condition) {
    return "(" + condition + ") OR attribute_not_exists(no_item_has_this)";
  }
}
