package mosaicmatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PreconditionsDecideWhoWritesTest {

  @TempDir Path folder;
  private StoreFixture store;

  @BeforeEach
  void start() throws Exception {
    store = new StoreFixture(folder);
    store.s3.createBucket(b -> b.bucket("plans"));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private boolean createOnly(String text) {
    try {
      store.s3.putObject(
          b -> b.bucket("plans").key("plan").ifNoneMatch("*"), RequestBody.fromString(text));
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isEqualTo(412);
      assertThat(e.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
      return false;
    }
  }

  @Test
  void secondCreateIsRefusedAndTheFirstContentStays() {
    assertThat(createOnly("first")).isTrue();
    assertThat(createOnly("second")).isFalse();
    assertThat(store.s3.getObjectAsBytes(b -> b.bucket("plans").key("plan")).asUtf8String())
        .isEqualTo("first");
  }

  @Test
  void ofManyCreatesAtOnceExactlyOneWins() throws Exception {
    List<Callable<Boolean>> creates =
        IntStream.range(0, 24)
            .<Callable<Boolean>>mapToObj(i -> () -> createOnly("by " + i))
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      long winners = 0;
      for (Future<Boolean> create : threads.invokeAll(creates)) {
        winners += create.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void replacementNeedsTheCurrentEtag() {
    createOnly("one");
    String etag = store.s3.headObject(b -> b.bucket("plans").key("plan")).eTag();
    replace(etag, "two");
    assertThatThrownBy(() -> replace(etag, "three"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(store.s3.getObjectAsBytes(b -> b.bucket("plans").key("plan")).asUtf8String())
        .isEqualTo("two");
  }

  private void replace(String etag, String text) {
    store.s3.putObject(
        b -> b.bucket("plans").key("plan").ifMatch(etag), RequestBody.fromString(text));
  }

  @Test
  void replacementOfNothingIsNoSuchKey() {
    assertThatThrownBy(() -> replace("\"x\"", "two")).isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void readsCanBeConditionalToo() {
    createOnly("one");
    String etag = store.s3.headObject(b -> b.bucket("plans").key("plan")).eTag();
    assertThatThrownBy(
            () -> store.s3.getObjectAsBytes(b -> b.bucket("plans").key("plan").ifNoneMatch(etag)))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
    assertThatThrownBy(
            () -> store.s3.getObjectAsBytes(b -> b.bucket("plans").key("plan").ifMatch("\"y\"")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
  }
}
