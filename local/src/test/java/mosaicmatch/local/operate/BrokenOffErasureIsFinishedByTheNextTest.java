package mosaicmatch.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.TestCaller;
import mosaicmatch.local.s3.S3Store;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class BrokenOffErasureIsFinishedByTheNextTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final SeekerId BEN = new SeekerId("ben");
  private static final String LINE = "{\"user_id\":\"ben\"}\n{\"user_id\":\"ann\"}\n";
  private static final List<String> NAMES =
      List.of(
          "plan/b/pairs.jsonl", "pool/a/seekers.jsonl", "pool/c/seekers.jsonl", "retry/d.jsonl");

  @TempDir private Path folder;
  private LoopbackServer store;
  private S3Client s3;

  @BeforeEach
  void start() throws IOException {
    store =
        S3Store.start(folder, Place.anywhere("S3"), TestCaller.ACCESS_KEY, InstantSource.system());
    s3 = TestCaller.HOLDER.client(S3Client.builder(), store.uri());
    s3.createBucket(create -> create.bucket("bucket"));
    NAMES.forEach(name -> put(key(name), LINE));
  }

  @AfterEach
  void stop() {
    s3.close();
    store.close();
  }

  private static String key(String name) {
    return "cycles/" + CYCLE + "/" + name;
  }

  private void put(String key, String text) {
    s3.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromString(text));
  }

  private String text(String name) {
    return s3.getObjectAsBytes(get -> get.bucket("bucket").key(key(name)))
        .asString(StandardCharsets.UTF_8);
  }

  private CycleFileErasure erasure(Runnable beforeChange) {
    return new CycleFileErasure(new CycleObjects(s3, "bucket"), BEN, beforeChange);
  }

  @Test
  void whereverItBreaksOffThePersonIsStillFoundAndTheRestIsDone() {
    for (int broken = 1; broken <= NAMES.size(); broken++) {
      NAMES.forEach(name -> put(key(name), LINE));
      var changes = new AtomicInteger();
      int last = broken;
      Runnable crash =
          () -> {
            if (changes.incrementAndGet() == last) {
              throw new IllegalStateException("crash");
            }
          };
      assertThatThrownBy(() -> erasure(crash).erase(CYCLE)).hasMessage("crash");
      assertThat(erasure(() -> {}).erase(CYCLE)).isEqualTo(NAMES.size() - broken + 1);
      assertThat(NAMES).extracting(this::text).containsOnly("{\"user_id\":\"ann\"}\n");
    }
  }

  @Test
  void cycleWhosePoolsDoNotNameThePersonIsNotReadFurther() {
    put(key("pool/a/seekers.jsonl"), "{\"user_id\":\"ann\"}\n");
    put(key("pool/c/seekers.jsonl"), "{\"user_id\":\"ben-2\"}\n");
    put(key("plan/b/pairs.jsonl"), "not even JSON");
    var erasure = erasure(() -> {});
    assertThat(erasure.erase(CYCLE)).isZero();
    assertThat(erasure.unreadable()).isEmpty();
  }

  @Test
  void fileThatCanNotBeReadIsToldAndKeepsNothingElseFromBeingErased() {
    put(key("plan/b/pairs.jsonl"), "not even JSON");
    var erasure = erasure(() -> {});
    assertThat(erasure.erase(CYCLE)).isEqualTo(NAMES.size() - 1);
    assertThat(erasure.unreadable()).containsExactly(key("plan/b/pairs.jsonl"));
  }

  @Test
  void fileThatChangesWhileItIsReadIsReadAgain() {
    var changes = new AtomicInteger();
    Runnable other =
        () -> {
          if (changes.incrementAndGet() == 1) {
            put(key("plan/b/pairs.jsonl"), LINE + "{\"user_id\":\"cam\"}\n");
          }
        };
    erasure(other).erase(CYCLE);
    assertThat(text("plan/b/pairs.jsonl"))
        .isEqualTo("{\"user_id\":\"ann\"}\n{\"user_id\":\"cam\"}\n");
  }
}
