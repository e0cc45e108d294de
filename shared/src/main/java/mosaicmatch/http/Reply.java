package mosaicmatch.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import mosaicmatch.json.Json;

/** What a service answered. */
public final class Reply {

  private static final ObjectReader READER =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final int status;
  private final byte[] body;

  Reply(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** True for 200 to 299. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** True if the same request may be answered otherwise later: too many requests, or 5xx. */
  public boolean isPassing() {
    return status == 429 || status / 100 == 5;
  }

  /**
   * Reads the body as JSON; fields that the type does not have are passed over.
   *
   * @throws IOException if it is no such JSON
   */
  public <T> T as(Class<T> type) throws IOException {
    T value = READER.readValue(body, type);
    if (value == null) {
      throw new IOException("null");
    }
    return value;
  }

  /** The body as a stream. */
  public InputStream stream() {
    return new ByteArrayInputStream(body);
  }
}
