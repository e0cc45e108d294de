package mosaicmatch.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * An answer over HTTP, as a function URL takes it (AWS Lambda Developer Guide, "Invoking Lambda
 * function URLs", payload format 2.0).
 *
 * @param statusCode the HTTP status
 * @param headers the headers
 * @param body the body
 */
record HttpAnswer(
    @JsonProperty("statusCode") int statusCode, Map<String, String> headers, String body) {

  static HttpAnswer json(int statusCode, String body) {
    return new HttpAnswer(
        statusCode, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
  }
}
