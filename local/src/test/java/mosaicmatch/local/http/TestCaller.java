package mosaicmatch.local.http;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Callers of the local AWS endpoints: one who has the access key, and one who has another. */
public record TestCaller(String keyId) {

  public static final AccessKey ACCESS_KEY = new AccessKey("LOCALTESTKEY12345");
  public static final TestCaller HOLDER = new TestCaller(ACCESS_KEY.id());
  public static final TestCaller STRANGER = new TestCaller("SOMEBODYELSESKEY1");

  /** Builds this caller's client; it tries once. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
    return builder
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, "secret")))
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }
}
