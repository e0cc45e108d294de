package mosaicmatch.local.nakama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A change as a line of the log: the CRC-32C of its JSON in eight hex digits, a space, the JSON.
 */
final class LogLine {

  private static final int CHECKSUM_DIGITS = 8;

  private static final ObjectReader CHANGES =
      Json.MAPPER
          .readerFor(Change.class)
          .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private LogLine() {}

  static byte[] of(Change change) {
    String json = Json.write(change);
    return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The change in a line without its end, or empty if this is not what was written. */
  static Optional<Change> read(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    if (text.length() <= CHECKSUM_DIGITS) {
      return Optional.empty();
    }
    String json = text.substring(CHECKSUM_DIGITS + 1);
    return text.startsWith(checksum(json) + " ") ? parsed(json) : Optional.empty();
  }

  private static Optional<Change> parsed(String json) {
    try {
      return Optional.ofNullable(CHANGES.readValue(json));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static String checksum(String json) {
    CRC32C crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
