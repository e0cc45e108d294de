package mosaicmatch.local.stack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.Identity;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The clients of a running system, which count what is written through them; or, closed, let
 * nothing through at all.
 */
final class CountedStores extends AwsClients {

  private static final Pattern WRITES =
      Pattern.compile("(put|update|delete|transactWrite|batchWrite|copy|complete|upload).*");

  private final AwsClients real;
  private final boolean closed;
  private final AtomicLong writes = new AtomicLong();

  CountedStores(Stack stack, boolean closed) {
    super(
        stack.aws().environment(),
        Identity.key(stack.ownerKey().accessKeyId(), stack.ownerKey().secretAccessKey()));
    this.real = stack.aws();
    this.closed = closed;
  }

  boolean areClosed() {
    return closed;
  }

  long writes() {
    return writes.get();
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return counted(DynamoDbClient.class, real.dynamoDb());
  }

  @Override
  public S3Client s3() {
    return counted(S3Client.class, real.s3());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return counted(SecretsManagerClient.class, real.secretsManager());
  }

  private <T> T counted(Class<T> type, T client) {
    var counting =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (closed && !method.getName().equals("close")) {
                throw SdkClientException.create("closed for " + method.getName());
              }
              if (WRITES.matcher(method.getName()).matches()) {
                writes.incrementAndGet();
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(counting);
  }
}
