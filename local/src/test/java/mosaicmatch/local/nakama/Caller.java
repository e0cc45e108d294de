package mosaicmatch.local.nakama;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls a stand-in over HTTP, as the cycle does. */
final class Caller implements AutoCloseable {

  static final String KEY = "key-for-tests";
  static final String CYCLE = "2026-11-22T02:00:00Z";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final NakamaStandIn standIn;

  Caller(NakamaStandIn standIn) {
    this.standIn = standIn;
  }

  record Answer(int status, JsonNode body) {
    int code() {
      return body.path("code").intValue();
    }

    String message() {
      return body.path("message").textValue();
    }

    boolean created() {
      return body.path("created").booleanValue();
    }
  }

  static String basic(String key) {
    byte[] user = (key + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user);
  }

  Answer create(String user1, String user2) {
    return create(CYCLE, user1, user2);
  }

  Answer create(String cycle, String user1, String user2) {
    String pairKey = MatchKey.pairKeyOf(user1, user2);
    return call(
        "mosaic_create_match",
        Map.of(
            "cycle_id", cycle, "pair_key", pairKey, "user1", user1, "user2", user2, "score", 0.5));
  }

  Answer close(String user1, String user2) {
    String pairKey = MatchKey.pairKeyOf(user1, user2);
    return call(
        "mosaic_close_match", Map.of("cycle_id", CYCLE, "pair_key", pairKey, "reason", "a test"));
  }

  Answer call(String rpc, Map<String, Object> payload) {
    URI uri = standIn.uri().resolve("/v2/rpc/" + rpc + "?unwrap");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", basic(KEY))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(payload)))
            .build();
    HttpResponse<String> response = send(request);
    return new Answer(response.statusCode(), read(response.body()));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts tests", e);
    }
  }

  static JsonNode read(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + json, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
