package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result of {@code lambda:invoke}: Lambda's Invoke response as Step Functions passes it on. */
final class LambdaResponse {
  private static final int OK = 200;
  private static final int ROOT_DIGITS = 24;
  private static final int PARENT_DIGITS = 16;
  private static final String LATEST = "$LATEST";

  private LambdaResponse() {}

  static JsonNode of(JsonNode payload, String requestId, Instant now) {
    ObjectNode response = Json.object().put("ExecutedVersion", LATEST);
    response.set("Payload", payload);
    response.set("SdkHttpMetadata", http(payload, requestId, now));
    response.set("SdkResponseMetadata", Json.object().put("RequestId", requestId));
    return response.put("StatusCode", OK);
  }

  private static ObjectNode http(JsonNode payload, String requestId, Instant now) {
    ObjectNode all = Json.object();
    ObjectNode single = Json.object();
    headers(payload, requestId, now)
        .forEach(
            (name, value) -> {
              all.putArray(name).add(value);
              single.put(name, value);
            });
    ObjectNode http = Json.object();
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", single);
    return http.put("HttpStatusCode", OK);
  }

  private static Map<String, String> headers(JsonNode payload, String requestId, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Executed-Version", LATEST);
    headers.put("x-amzn-Remapped-Content-Length", "0");
    headers.put("Connection", "keep-alive");
    headers.put("x-amzn-RequestId", requestId);
    headers.put("Content-Length", String.valueOf(Json.bytes(payload).length));
    headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    headers.put("X-Amzn-Trace-Id", trace(requestId, now));
    headers.put("Content-Type", "application/json");
    return headers;
  }

  /** A trace header that belongs to nothing, since nothing is traced. */
  private static String trace(String requestId, Instant now) {
    String hex = requestId.replace("-", "").repeat(2);
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(
            now.getEpochSecond(), hex.substring(0, ROOT_DIGITS), hex.substring(0, PARENT_DIGITS));
  }
}
