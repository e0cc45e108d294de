package mosaicmatch.local.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The content inside a body in aws-chunked encoding: chunks of hex length, extensions (signatures,
 * passed over) and bytes; then trailer fields (S3 API reference, "Authenticating Requests: Using
 * the Authorization Header, Transferring payload in multiple chunks").
 */
final class AwsChunkedInputStream extends InputStream {

  private static final int MAX_LINE = 8192;
  private static final int MAX_TRAILERS = 16;

  private final InputStream in;
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private long leftInChunk;
  private boolean first = true;
  private boolean ended;

  AwsChunkedInputStream(InputStream in) {
    this.in = in;
  }

  /** The trailer fields by lower-case name; complete once the content has been read to its end. */
  Map<String, String> trailers() {
    return Map.copyOf(trailers);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (leftInChunk == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, leftInChunk));
    if (count < 0) {
      throw S3Error.incompleteBody("the body ended within a chunk");
    }
    leftInChunk -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (!first && !line().isEmpty()) {
      throw S3Error.invalidRequest("a chunk is longer than its header says");
    }
    first = false;
    leftInChunk = chunkLength(line());
    if (leftInChunk == 0) {
      ended = true;
      readTrailers();
    }
  }

  private static long chunkLength(String header) {
    int extension = header.indexOf(';');
    String hex = extension < 0 ? header : header.substring(0, extension);
    if (!hex.matches("[0-9a-fA-F]{1,8}")) {
      throw S3Error.invalidRequest("a chunk header must begin with its length in hex");
    }
    return Long.parseLong(hex, 16);
  }

  private void readTrailers() throws IOException {
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 0 || trailers.size() == MAX_TRAILERS) {
        throw S3Error.invalidRequest("a trailer must be a field of the form name:value");
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      trailers.put(name, line.substring(colon + 1).strip());
    }
  }

  /** The next line without its end; what follows the end of the body counts as empty. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
      if (line.size() > MAX_LINE) {
        throw S3Error.invalidRequest("a chunk header or trailer is too long");
      }
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
