package mosaicmatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mosaicmatch.local.http.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class SdkClientIsFullyAcceptedTest {

  private static final String BUCKET = "cycles";

  @TempDir Path folder;
  private StoreFixture store;

  @BeforeEach
  void start() throws Exception {
    store = new StoreFixture(folder);
    store.s3.createBucket(b -> b.bucket(BUCKET));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private PutObjectResponse put(String key, String text) {
    return store.s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  private ResponseBytes<GetObjectResponse> get(String key) {
    return store.s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(key));
  }

  @Test
  void whatWasPutIsGivenBackWithItsHeaders() {
    store.s3.putObject(
        b ->
            b.bucket(BUCKET)
                .key("plan/pairs.jsonl")
                .contentType("application/jsonl")
                .contentEncoding("identity")
                .metadata(Map.of("cycle", "2026-11-22T02:00:00Z")),
        RequestBody.fromString("{\"a\":1}\n"));
    GetObjectResponse answer = get("plan/pairs.jsonl").response();
    assertThat(get("plan/pairs.jsonl").asUtf8String()).isEqualTo("{\"a\":1}\n");
    assertThat(answer.contentType()).isEqualTo("application/jsonl");
    assertThat(answer.contentEncoding()).isEqualTo("identity");
    assertThat(answer.metadata()).containsEntry("cycle", "2026-11-22T02:00:00Z");
    assertThat(answer.contentLength()).isEqualTo(8);
    assertThat(answer.lastModified()).isEqualTo(StoreFixture.NOW);
  }

  @Test
  void etagIsTheMd5OfTheContent() {
    assertThat(put("greeting", "hello").eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
  }

  @Test
  void bigContentArrivesWhole() {
    byte[] content = new byte[3_000_001];
    new Random(7).nextBytes(content);
    store.s3.putObject(b -> b.bucket(BUCKET).key("big"), RequestBody.fromBytes(content));
    assertThat(get("big").asByteArray()).isEqualTo(content);
  }

  @Test
  void emptyContentIsAnObjectToo() {
    put("empty", "");
    assertThat(get("empty").asUtf8String()).isEmpty();
    assertThat(get("empty").response().contentLength()).isZero();
  }

  @Test
  void crc32ThatTheClientSendsByDefaultIsStoredAndGivenBack() {
    assertThat(put("k", "hello").checksumCRC32()).isEqualTo("NhCmhg==");
    HeadObjectResponse head =
        store.s3.headObject(b -> b.bucket(BUCKET).key("k").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.checksumCRC32()).isEqualTo("NhCmhg==");
    assertThat(head.contentLength()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(
      value = software.amazon.awssdk.services.s3.model.ChecksumAlgorithm.class,
      names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void checksumsOfTheClientsChoiceAreVerifiedByBothSides(
      software.amazon.awssdk.services.s3.model.ChecksumAlgorithm algorithm) {
    store.s3.putObject(
        b -> b.bucket(BUCKET).key("sum").checksumAlgorithm(algorithm),
        RequestBody.fromString("hello"));
    String text =
        store
            .s3
            .getObjectAsBytes(b -> b.bucket(BUCKET).key("sum").checksumMode(ChecksumMode.ENABLED))
            .asUtf8String();
    assertThat(text).isEqualTo("hello");
  }

  @Test
  void rangesGiveThePartThatIsAskedFor() {
    put("digits", "0123456789");
    ResponseBytes<GetObjectResponse> middle =
        store.s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("digits").range("bytes=2-4"));
    assertThat(middle.asUtf8String()).isEqualTo("234");
    assertThat(middle.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(middle.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    assertThat(part("bytes=7-")).isEqualTo("789");
    assertThat(part("bytes=-3")).isEqualTo("789");
    assertThat(part("bytes=8-99")).isEqualTo("89");
  }

  private String part(String range) {
    return store
        .s3
        .getObjectAsBytes(b -> b.bucket(BUCKET).key("digits").range(range))
        .asUtf8String();
  }

  @Test
  void rangePastTheEndIsRefusedWith416() {
    put("digits", "0123456789");
    assertThatThrownBy(() -> part("bytes=10-12"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  @Test
  void absentObjectsAndBucketsHaveTheirOwnErrors() {
    assertThatThrownBy(() -> get("none")).isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> store.s3.headObject(b -> b.bucket(BUCKET).key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> store.s3.getObjectAsBytes(b -> b.bucket("nowhere").key("k")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> store.s3.headBucket(b -> b.bucket("nowhere")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> store.s3.createBucket(b -> b.bucket(BUCKET)))
        .isInstanceOf(BucketAlreadyOwnedByYouException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "a/../b",
        "./x",
        "//double//slash/",
        "with space+plus&amp;",
        "umlaut äöü/日本語/🎉",
        "question?mark#hash%25",
        "quote\"<tag>'",
        "UPPER",
        "CON"
      })
  void anyKeyIsKeptAsItIs(String key) {
    put(key, "content of " + key);
    assertThat(get(key).asUtf8String()).isEqualTo("content of " + key);
    assertThat(keys("")).containsExactly(key);
    store.s3.deleteObject(b -> b.bucket(BUCKET).key(key));
    assertThat(keys("")).isEmpty();
  }

  @Test
  void keysThatDifferInCaseAreTwoObjects() {
    put("a", "small");
    put("A", "big");
    assertThat(get("a").asUtf8String()).isEqualTo("small");
    assertThat(get("A").asUtf8String()).isEqualTo("big");
  }

  @Test
  void listingIsSortedByBytesAndPaged() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      all.add("p/%02d".formatted(i));
      put("p/%02d".formatted(i), "x");
    }
    put("other", "x");
    List<String> paged =
        store
            .s3
            .listObjectsV2Paginator(b -> b.bucket(BUCKET).prefix("p/").maxKeys(10))
            .contents()
            .stream()
            .map(S3Object::key)
            .toList();
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void delimiterGathersKeysIntoFolders() {
    for (String key : List.of("a/1", "a/2", "b/1", "c", "d/x/y")) {
      put(key, "x");
    }
    List<String> folders = new ArrayList<>();
    List<String> files = new ArrayList<>();
    store
        .s3
        .listObjectsV2Paginator(b -> b.bucket(BUCKET).delimiter("/").maxKeys(2))
        .forEach(
            page -> {
              page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(folders::add);
              page.contents().stream().map(S3Object::key).forEach(files::add);
            });
    assertThat(folders).containsExactly("a/", "b/", "d/");
    assertThat(files).containsExactly("c");
  }

  @Test
  void manyObjectsGoInOneDelete() {
    put("x", "1");
    put("y & <z>", "2");
    put("stays", "3");
    store.s3.deleteObjects(
        b ->
            b.bucket(BUCKET)
                .delete(
                    d ->
                        d.objects(
                            ObjectIdentifier.builder().key("x").build(),
                            ObjectIdentifier.builder().key("y & <z>").build(),
                            ObjectIdentifier.builder().key("never was").build())));
    assertThat(keys("")).containsExactly("stays");
  }

  private List<String> keys(String prefix) {
    return store.s3.listObjectsV2(b -> b.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Test
  void bucketsAreListedAndDeletedWhenEmpty() {
    put("k", "v");
    assertThat(store.s3.listBuckets().buckets()).extracting("name").containsExactly(BUCKET);
    assertThatThrownBy(() -> store.s3.deleteBucket(b -> b.bucket(BUCKET)))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BucketNotEmpty"));
    store.s3.deleteObject(b -> b.bucket(BUCKET).key("k"));
    store.s3.deleteBucket(b -> b.bucket(BUCKET));
    assertThat(store.s3.listBuckets().buckets()).isEmpty();
  }

  @Test
  void whatTheStoreCannotDoIsRefusedByName() {
    assertThatThrownBy(() -> store.s3.createMultipartUpload(b -> b.bucket(BUCKET).key("k")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NotImplemented"));
    assertThatThrownBy(
            () ->
                store.s3.copyObject(
                    b ->
                        b.sourceBucket(BUCKET)
                            .sourceKey("k")
                            .destinationBucket(BUCKET)
                            .destinationKey("l")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }

  @Test
  void callersWithAnotherAccessKeyAreRefused() {
    assertThatThrownBy(() -> store.client(TestCaller.STRANGER).listBuckets())
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
  }
}
