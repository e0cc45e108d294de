package mosaicmatch.traitservice.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** A client between the register and the table: something else happens just before each put. */
final class InterposedDynamoDb {

  private InterposedDynamoDb() {}

  /** Puts as they are, after what happens first. */
  static DynamoDbClient before(DynamoDbClient table, Runnable first) {
    return puts(
        table,
        put -> {
          first.run();
          return put;
        });
  }

  /** The unsafe variant: puts without their condition, after what happens first. */
  static DynamoDbClient unconditionalBefore(DynamoDbClient table, Runnable first) {
    return puts(
        table,
        put -> {
          first.run();
          return put.toBuilder().conditionExpression(null).expressionAttributeValues(null).build();
        });
  }

  private static DynamoDbClient puts(DynamoDbClient table, UnaryOperator<PutItemRequest> change) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              try {
                if (arguments != null && arguments[0] instanceof PutItemRequest put) {
                  return table.putItem(change.apply(put));
                }
                return method.invoke(table, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
