package mosaicmatch.local.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.TestCaller;
import software.amazon.awssdk.services.s3.S3Client;

/** A running store and the SDK's client for it, with the client's defaults. */
final class StoreFixture implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final LoopbackServer store;
  final S3Client s3;

  StoreFixture(Path folder) throws IOException {
    store =
        S3Store.start(
            folder,
            Place.anywhere("the S3 store"),
            TestCaller.ACCESS_KEY,
            InstantSource.fixed(NOW));
    s3 = client(TestCaller.HOLDER);
  }

  URI uri() {
    return store.uri();
  }

  S3Client client(TestCaller caller) {
    return caller.client(S3Client.builder(), store.uri());
  }

  @Override
  public void close() {
    s3.close();
    store.close();
  }
}
