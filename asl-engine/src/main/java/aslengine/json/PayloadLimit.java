package aslengine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * The size that an input or output may have: 262,144 bytes of UTF-8 (Step Functions service quotas,
 * "Maximum input or result size").
 */
public final class PayloadLimit {
  /** The limit in bytes. */
  public static final int BYTES = 262_144;

  private static final int MOST_BYTES_PER_CHAR = 3;

  private PayloadLimit() {}

  /** Whether a value's compact text is longer than the limit. */
  public static boolean isExceededBy(JsonNode value) {
    return isExceededBy(Json.text(value));
  }

  /** Whether a text is longer than the limit. */
  public static boolean isExceededBy(String text) {
    return text.length() * (long) MOST_BYTES_PER_CHAR > BYTES
        && text.getBytes(StandardCharsets.UTF_8).length > BYTES;
  }
}
