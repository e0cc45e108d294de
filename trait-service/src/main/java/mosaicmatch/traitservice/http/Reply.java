package mosaicmatch.traitservice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body its bytes
 * @param headers beyond the usual ones
 * @param error the error's code for the log, or {@code -}
 */
// An answer is never compared with another.
@SuppressWarnings("ArrayRecordComponent")
record Reply(
    int status, String contentType, byte[] body, Map<String, String> headers, String error) {

  static final String JSON = "application/json";
  static final String BINARY = "application/octet-stream";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Reply ok(Map<String, ?> json) {
    return new Reply(200, JSON, bytes(json), Map.of(), "-");
  }

  static Reply binary(byte[] body) {
    return new Reply(200, BINARY, body, Map.of(), "-");
  }

  static Reply error(int status, String code, String message, Map<String, ?> more) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("error", code);
    json.put("message", message);
    json.putAll(more);
    return new Reply(status, JSON, bytes(json), Map.of(), code);
  }

  Reply withHeader(String name, String value) {
    return new Reply(status, contentType, body, Map.of(name, value), error);
  }

  private static byte[] bytes(Map<String, ?> json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always JSON", e);
    }
  }
}
