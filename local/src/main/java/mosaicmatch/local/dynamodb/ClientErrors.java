package mosaicmatch.local.dynamodb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;

/** Turns what the engine throws into what the SDK's client throws. */
final class ClientErrors implements InvocationHandler {

  /** Paginators call back: made over this client, their pages have its errors too. */
  private static final String PAGINATOR = "Paginator";

  private final DynamoDbClient engine;

  private ClientErrors(DynamoDbClient engine) {
    this.engine = engine;
  }

  static DynamoDbClient around(DynamoDbClient engine) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new ClientErrors(engine));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().endsWith(PAGINATOR)) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    try {
      return method.invoke(engine, arguments);
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getTargetException();
      if (thrown instanceof DynamoDBLocalServiceException refused) {
        DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(refused);
      }
      throw thrown;
    }
  }
}
