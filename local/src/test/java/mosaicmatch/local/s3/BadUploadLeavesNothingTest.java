package mosaicmatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mosaicmatch.local.http.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadUploadLeavesNothingTest {

  private static final String CRC32_OF_HELLO = "NhCmhg==";

  @TempDir Path folder;
  private StoreFixture store;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    store = new StoreFixture(folder);
    store.s3.createBucket(b -> b.bucket("uploads"));
  }

  @AfterEach
  void stop() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.getParent().endsWith("objects"));
    }
    store.close();
  }

  private HttpResponse<String> put(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(store.uri() + "/uploads/k"))
            .header(
                "Authorization", "AWS4-HMAC-SHA256 Credential=" + TestCaller.HOLDER.keyId() + "/x")
            .PUT(HttpRequest.BodyPublishers.ofString(body));
    return http.send(request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> putChunked(String body, String... headers) throws Exception {
    String[] all = new String[headers.length + 4];
    all[0] = "x-amz-content-sha256";
    all[1] = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    all[2] = "Content-Encoding";
    all[3] = "aws-chunked";
    System.arraycopy(headers, 0, all, 4, headers.length);
    return put(body, all);
  }

  private boolean stored() {
    return !store.s3.listObjectsV2(b -> b.bucket("uploads")).contents().isEmpty();
  }

  @Test
  void signedChunksAndTrailersAreTakenApart() throws Exception {
    String body =
        "3;chunk-signature=ab\r\nhel\r\n2;chunk-signature=cd\r\nlo\r\n0;chunk-signature=ef\r\n"
            + "x-amz-checksum-crc32:"
            + CRC32_OF_HELLO
            + "\r\nx-amz-trailer-signature:00\r\n\r\n";
    assertThat(putChunked(body, "x-amz-trailer", "x-amz-checksum-crc32").statusCode())
        .isEqualTo(200);
    assertThat(store.s3.getObjectAsBytes(b -> b.bucket("uploads").key("k")).asUtf8String())
        .isEqualTo("hello");
    assertThat(store.s3.getObject(b -> b.bucket("uploads").key("k")).response().contentEncoding())
        .isNull();
  }

  @Test
  void wrongTrailerIsABadDigest() throws Exception {
    String body = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";
    HttpResponse<String> answer = putChunked(body, "x-amz-trailer", "x-amz-checksum-crc32");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>BadDigest</Code>");
    assertThat(stored()).isFalse();
  }

  @Test
  void missingTrailerIsAnIncompleteBody() throws Exception {
    HttpResponse<String> answer =
        putChunked("5\r\nhello\r\n0\r\n\r\n", "x-amz-trailer", "x-amz-checksum-crc32");
    assertThat(answer.body()).contains("<Code>IncompleteBody</Code>");
    assertThat(stored()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "zz\\r\\nhello, InvalidRequest",
    "5\\r\\nhel, IncompleteBody",
    "3\\r\\nhello\\r\\n0\\r\\n\\r\\n, InvalidRequest",
    "5\\r\\nhello\\r\\n0\\r\\nno-colon\\r\\n\\r\\n, InvalidRequest"
  })
  void brokenChunksAreRefused(String body, String code) throws Exception {
    HttpResponse<String> answer = putChunked(body.replace("\\r\\n", "\r\n"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>" + code + "</Code>");
    assertThat(stored()).isFalse();
  }

  @Test
  void contentOfAnotherLengthThanAnnouncedIsRefused() throws Exception {
    HttpResponse<String> answer =
        putChunked("5\r\nhello\r\n0\r\n\r\n", "x-amz-decoded-content-length", "6");
    assertThat(answer.body()).contains("<Code>IncompleteBody</Code>");
    assertThat(stored()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-checksum-crc32, AAAAAA==",
    "x-amz-checksum-sha256, AAAA",
    "x-amz-checksum-crc64nvme, AAAAAAAAAAA=",
    "Content-MD5, AAAA",
    "x-amz-content-sha256, 0000000000000000000000000000000000000000000000000000000000000000"
  })
  void wrongDigestInAHeaderIsRefused(String field, String value) throws Exception {
    HttpResponse<String> answer = put("hello", field, value);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>BadDigest</Code>");
    assertThat(stored()).isFalse();
  }

  @Test
  void crc64OfTheCheckStringIsAccepted() throws Exception {
    assertThat(put("123456789", "x-amz-checksum-crc64nvme", "rosUhgp5mIg=").statusCode())
        .isEqualTo(200);
  }

  @Test
  void keyLongerThan1024BytesIsRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(store.uri() + "/uploads/" + "k".repeat(1025)))
            .header(
                "Authorization", "AWS4-HMAC-SHA256 Credential=" + TestCaller.HOLDER.keyId() + "/x")
            .PUT(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("<Code>KeyTooLongError</Code>");
  }
}
