package mosaicmatch.local.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Place;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A running store and the SDK's client for it, with the client's defaults. */
final class StoreFixture implements AutoCloseable {

  static final String KEY_ID = "LOCALTESTKEY12345";
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final S3Store store;
  final S3Client s3;

  StoreFixture(Path folder) throws IOException {
    store =
        S3Store.start(
            folder,
            Place.anywhere("the S3 store"),
            new AccessKey(KEY_ID),
            InstantSource.fixed(NOW));
    s3 = client(KEY_ID);
  }

  URI uri() {
    return store.uri();
  }

  S3Client client(String keyId) {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(store.uri())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, "secret")))
        .build();
  }

  @Override
  public void close() {
    s3.close();
    store.close();
  }
}
