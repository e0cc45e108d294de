package mosaicmatch.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.local.http.Call;

/**
 * An object's content on its way in: taken out of its encoding, and checked against every length
 * and digest that the caller gave.
 */
final class Upload {

  private static final int BUFFER = 64 * 1024;

  /**
   * What the content turned out to be.
   *
   * @param size its length in bytes
   * @param md5 its MD5 in hex
   * @param checksums the checksums that the caller gave, base64 by algorithm
   */
  record Received(long size, String md5, Map<ChecksumAlgorithm, String> checksums) {}

  private final Call call;
  private final Optional<AwsChunkedInputStream> chunked;
  private final ContentDigest md5 = ContentDigest.md5();
  private final ContentDigest sha256 = ContentDigest.hash("SHA-256");
  private final Map<ChecksumAlgorithm, ContentDigest> digests = new HashMap<>();

  Upload(Call call) {
    this.call = call;
    boolean encoded =
        call.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-")
            || call.header("content-encoding").orElse("").contains("aws-chunked");
    chunked = encoded ? Optional.of(new AwsChunkedInputStream(call.body())) : Optional.empty();
    ChecksumAlgorithm.among(call.headers()).ifPresent(this::expect);
    call.header("x-amz-trailer").flatMap(ChecksumAlgorithm::ofField).ifPresent(this::expect);
  }

  private void expect(ChecksumAlgorithm algorithm) {
    digests.put(algorithm, ContentDigest.of(algorithm));
  }

  /**
   * Copies the content.
   *
   * @throws S3Error if a length or digest does not match, or the encoding is broken
   */
  Received copyTo(OutputStream out) throws IOException {
    InputStream in = chunked.isPresent() ? chunked.get() : call.body();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      feed(buffer, n);
      size += n;
    }
    checkLength(size);
    checkPayloadHash();
    byte[] sum = md5.value();
    checkContentMd5(sum);
    return new Received(size, HexFormat.of().formatHex(sum), checkedSums());
  }

  private void feed(byte[] buffer, int length) {
    md5.update(buffer, 0, length);
    sha256.update(buffer, 0, length);
    digests.values().forEach(digest -> digest.update(buffer, 0, length));
  }

  private void checkLength(long size) {
    String field = chunked.isPresent() ? "x-amz-decoded-content-length" : "content-length";
    call.header(field)
        .filter(expected -> !expected.equals(Long.toString(size)))
        .ifPresent(
            expected -> {
              throw S3Error.incompleteBody(
                  "%s says %s bytes, but %d came".formatted(field, expected, size));
            });
  }

  private void checkPayloadHash() {
    String actual = sha256.hex();
    call.header("x-amz-content-sha256")
        .filter(expected -> expected.matches("[0-9a-f]{64}") && !expected.equals(actual))
        .ifPresent(
            expected -> {
              throw S3Error.badDigest("x-amz-content-sha256");
            });
  }

  private void checkContentMd5(byte[] sum) {
    String actual = Base64.getEncoder().encodeToString(sum);
    call.header("content-md5")
        .filter(expected -> !expected.equals(actual))
        .ifPresent(
            expected -> {
              throw S3Error.badDigest("Content-MD5");
            });
  }

  private Map<ChecksumAlgorithm, String> checkedSums() {
    Map<String, String> given = new LinkedHashMap<>(call.headers());
    chunked.ifPresent(stream -> given.putAll(stream.trailers()));
    Map<ChecksumAlgorithm, String> sums = new HashMap<>();
    digests.forEach((algorithm, digest) -> sums.put(algorithm, checked(algorithm, digest, given)));
    return sums;
  }

  private static String checked(
      ChecksumAlgorithm algorithm, ContentDigest digest, Map<String, String> given) {
    String actual = digest.base64();
    String expected = given.get(algorithm.field());
    if (expected == null) {
      throw S3Error.incompleteBody(
          "the trailer " + algorithm.field() + " was announced but not sent");
    }
    if (!expected.equals(actual)) {
      throw S3Error.badDigest(algorithm.field());
    }
    return actual;
  }
}
