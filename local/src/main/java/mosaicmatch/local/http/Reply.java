package mosaicmatch.local.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a {@link Call}.
 *
 * @param status the HTTP status
 * @param headers its header fields, but for the length of the body
 * @param body what follows them
 */
public record Reply(int status, Map<String, String> headers, Body body) {

  /** Copies the header fields. */
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** A body of known length that writes itself. */
  public interface Body extends Closeable {

    /** Its length in bytes. */
    long length();

    /**
     * Writes it.
     *
     * @throws IOException if the source or the connection breaks
     */
    void writeTo(OutputStream out) throws IOException;

    /** Lets go of what it reads from; called once, whether it was written or not. */
    @Override
    default void close() throws IOException {}
  }

  private static Body bytes(byte[] content) {
    return new Body() {
      @Override
      public long length() {
        return content.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(content);
      }
    };
  }

  /** A reply with no body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), bytes(new byte[0]));
  }

  /** A reply with these header fields and that body. */
  public static Reply withFields(int status, Map<String, String> headers, byte[] content) {
    return new Reply(status, headers, bytes(content));
  }

  /** A reply with that body and its media type. */
  public static Reply of(int status, String contentType, byte[] content) {
    return new Reply(status, Map.of("Content-Type", contentType), bytes(content));
  }

  /** A reply with that text, in UTF-8, and its media type. */
  public static Reply of(int status, String contentType, String content) {
    return of(status, contentType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** This reply with one more header field. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}
