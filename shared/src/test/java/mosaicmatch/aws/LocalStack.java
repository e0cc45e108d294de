package mosaicmatch.aws;

import cloud.localstack.Localstack;
import cloud.localstack.docker.annotation.LocalstackDockerConfiguration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One LocalStack for all tests of a JVM, reached through the clients that the functions use, with
 * fresh tables and buckets for each test. Docker publishes its port on every address while the
 * tests run, since localstack-utils offers no other way; there is test data only.
 */
public final class LocalStack {

  private static final int PORT = 4566;
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private LocalStack() {}

  private static final class Holder {
    private static final AwsClients AWS = start();
    private static final DynamoDbClient DYNAMO_DB = AWS.dynamoDb();
    private static final S3Client S3 = AWS.s3();

    private static AwsClients start() {
      System.setProperty("aws.accessKeyId", "local");
      System.setProperty("aws.secretAccessKey", "local");
      Runtime.getRuntime().addShutdownHook(new Thread(Localstack.INSTANCE::stop));
      Localstack.INSTANCE.startup(container());
      var endpoint = Localstack.INSTANCE.endpointForPort(PORT);
      return new AwsClients(
          new Environment(
              Map.of(
                  "AWS_REGION", "us-east-1",
                  "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                  "AWS_ENDPOINT_URL_S3", endpoint)));
    }

    private static LocalstackDockerConfiguration container() {
      return LocalstackDockerConfiguration.builder()
          .imageName(property("localstack.image.name"))
          .imageTag(property("localstack.image.tag"))
          .randomizePorts(true)
          .environmentVariables(Map.of("SERVICES", "dynamodb,s3,secretsmanager,stepfunctions"))
          .build();
    }

    private static String property(String name) {
      return Objects.requireNonNull(
          System.getProperty(name), name + " is set by the Maven profile localstack");
    }
  }

  public static DynamoDbClient dynamoDb() {
    return Holder.DYNAMO_DB;
  }

  public static S3Client s3() {
    return Holder.S3;
  }

  public static TableNames freshTables() {
    return LocalDynamo.freshTables(dynamoDb());
  }

  public static String freshBucket() {
    var name = "cycles-" + BUCKETS.incrementAndGet();
    s3().createBucket(request -> request.bucket(name));
    return name;
  }
}
