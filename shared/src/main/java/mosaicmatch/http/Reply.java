package mosaicmatch.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import mosaicmatch.json.Json;

/** What a service answered. */
public final class Reply {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final ObjectReader READER =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final int status;
  private final byte[] body;
  private final Optional<String> retryAfter;

  Reply(int status, byte[] body, Optional<String> retryAfter) {
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
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
    return isThrottled() || status / 100 == 5;
  }

  boolean isThrottled() {
    return status == TOO_MANY_REQUESTS;
  }

  /** The header Retry-After as it came. */
  Optional<String> retryAfter() {
    return retryAfter;
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
