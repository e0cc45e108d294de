package mosaicmatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class ObjectsOutliveTheStoreTest {

  @TempDir Path folder;

  @Test
  void objectsAndListingsAreThereAfterARestart() throws Exception {
    try (StoreFixture store = new StoreFixture(folder)) {
      store.s3.createBucket(b -> b.bucket("kept"));
      store.s3.putObject(
          b -> b.bucket("kept").key("a").contentType("text/plain"),
          RequestBody.fromString("content"));
    }
    try (StoreFixture again = new StoreFixture(folder)) {
      var object = again.s3.getObjectAsBytes(b -> b.bucket("kept").key("a"));
      assertThat(object.asUtf8String()).isEqualTo("content");
      assertThat(object.response().contentType()).isEqualTo("text/plain");
      assertThat(again.s3.listObjectsV2(b -> b.bucket("kept")).keyCount()).isEqualTo(1);
    }
  }

  @Test
  void leftoversOfAnInterruptedUploadAreSweptAway() throws Exception {
    Path incoming = Files.createDirectories(folder.resolve("kept/incoming"));
    Files.writeString(incoming.resolve("put123.object"), "half an obj");
    try (StoreFixture store = new StoreFixture(folder)) {
      assertThat(store.s3.listObjectsV2(b -> b.bucket("kept")).keyCount()).isZero();
    }
    try (Stream<Path> left = Files.list(incoming)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void damagedFileIsNamedAtStart() throws Exception {
    Path objects = Files.createDirectories(folder.resolve("kept/objects"));
    Files.writeString(objects.resolve("abc.object"), "not what the store wrote");
    assertThatThrownBy(() -> new StoreFixture(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("abc.object");
  }
}
