package mosaicmatch.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes the AWS clients of a function: every call with time-outs, bounded connections and few
 * retries. {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_…} for a service and {@code
 * AWS_ENDPOINT_URL} for all others are read from the function's environment; credentials come from
 * the SDK's default chain, unless another identity is given.
 */
public class AwsClients {

  /** The environment variable that overrides the address of Secrets Manager. */
  public static final String SECRETS_MANAGER_ENDPOINT = "AWS_ENDPOINT_URL_SECRETS_MANAGER";

  private static final String S3_ENDPOINT = "AWS_ENDPOINT_URL_S3";
  private static final String ENDPOINT_EXAMPLE = "http://127.0.0.1:8000";
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int MAX_CONNECTIONS = 64;
  private static final int MAX_ATTEMPTS = 4;

  /** Short enough that a call and its retries end within a function's time-out of 30 s. */
  private static final Limits SMALL =
      new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), MAX_ATTEMPTS);

  /** For whole files. */
  private static final Limits LARGE =
      new Limits(Duration.ofSeconds(60), Duration.ofSeconds(180), MAX_ATTEMPTS);

  /** The environment variable with the address of every service that has none of its own. */
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  /**
   * The same under a name that the SDK does not read by itself: the template has it, empty, so that
   * {@code sam local invoke} can fill it in.
   */
  public static final String MOSAIC_ENDPOINT = "MOSAIC_AWS_ENDPOINT_URL";

  private record Limits(Duration attempt, Duration call, int attempts) {}

  private final Environment environment;
  private final Identity identity;

  /** For a function with these settings. */
  public AwsClients(Environment environment) {
    this(environment, Identity.usual());
  }

  /** For a program with these settings that calls as somebody of its own choice. */
  public AwsClients(Environment environment, Identity identity) {
    this.environment = environment;
    this.identity = identity;
  }

  /** The variables that the clients were made from. */
  public final Environment environment() {
    return environment;
  }

  /** A client of DynamoDB, or of {@code AWS_ENDPOINT_URL_DYNAMODB}. */
  public DynamoDbClient dynamoDb() {
    return small(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB").build();
  }

  /** A client of S3; one whose address is overridden need not know virtual hosts. */
  public S3Client s3() {
    var builder = limited(S3Client.builder(), S3_ENDPOINT, LARGE);
    if (endpoint(S3_ENDPOINT).isPresent()) {
      builder
          .forcePathStyle(true)
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }
    return builder.build();
  }

  /** A client of Secrets Manager, or of {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}. */
  public SecretsManagerClient secretsManager() {
    return small(SecretsManagerClient.builder(), SECRETS_MANAGER_ENDPOINT).build();
  }

  /**
   * Sets up the builder of any other client whose calls are small.
   *
   * @param endpointVariable the environment variable that overrides the service's address
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B small(
      B builder, String endpointVariable) {
    return limited(builder, endpointVariable, SMALL);
  }

  /**
   * Sets up the builder of a client that waits for one long answer and never asks twice.
   *
   * @param endpointVariable the environment variable that overrides the service's address
   * @param longest how long an answer may take
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B patient(
      B builder, String endpointVariable, Duration longest) {
    return limited(builder, endpointVariable, new Limits(longest, longest, 1));
  }

  private Optional<URI> endpoint(String variable) {
    return environment
        .findUrl(variable, ENDPOINT_EXAMPLE)
        .or(() -> environment.findUrl(ENDPOINT, ENDPOINT_EXAMPLE))
        .or(() -> environment.findUrl(MOSAIC_ENDPOINT, ENDPOINT_EXAMPLE));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B limited(
      B builder, String endpointVariable, Limits limits) {
    environment.find("AWS_REGION").map(Region::of).ifPresent(builder::region);
    endpoint(endpointVariable).ifPresent(builder::endpointOverride);
    var overrides = overrides(limits);
    identity.applyTo(builder, overrides);
    return builder
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(limits.attempt)
                .socketTimeout(limits.attempt)
                .maxConnections(MAX_CONNECTIONS))
        .overrideConfiguration(overrides.build());
  }

  private static ClientOverrideConfiguration.Builder overrides(Limits limits) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(limits.attempt)
        .apiCallTimeout(limits.call)
        .retryStrategy(retry -> retry.maxAttempts(limits.attempts));
  }
}
