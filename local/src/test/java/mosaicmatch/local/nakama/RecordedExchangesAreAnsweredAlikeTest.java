package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays exchanges.json in order. Entries of source "recorded" were seen on Nakama 3.40.0 and
 * adapted to these RPCs; those of source "contract" follow from what the RPCs promise.
 */
class RecordedExchangesAreAnsweredAlikeTest extends StandInTest {

  @TestFactory
  Stream<DynamicTest> statusContentTypeAndBodyAreTheRecordedOnes() throws IOException {
    standIn.addUsers(Stream.of("seeker-0001", "seeker-0002").map(NakamaProfile::of).toList());
    return exchanges()
        .valueStream()
        .map(e -> DynamicTest.dynamicTest(e.get("name").textValue(), () -> replay(e)));
  }

  private static JsonNode exchanges() throws IOException {
    try (InputStream in =
        RecordedExchangesAreAnsweredAlikeTest.class.getResourceAsStream("exchanges.json")) {
      return Json.MAPPER.readTree(in);
    }
  }

  private void replay(JsonNode exchange) {
    HttpResponse<String> actual = caller.send(request(exchange.get("request")));
    JsonNode expected = exchange.get("response");
    assertThat(actual.statusCode()).isEqualTo(expected.get("status").intValue());
    assertThat(actual.headers().firstValue("content-type"))
        .contains(expected.get("content_type").textValue());
    JsonNode body = Caller.read(actual.body());
    hideWhatDiffers(body);
    assertThat(body).isEqualTo(expected.get("body"));
  }

  private HttpRequest request(JsonNode request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(
            URI.create(
                standIn.uri() + request.get("path").textValue().replace("{http_key}", Caller.KEY)));
    request
        .get("headers")
        .properties()
        .forEach(header -> builder.header(header.getKey(), header(header.getValue().textValue())));
    return builder.method(request.get("method").textValue(), body(request)).build();
  }

  private static String header(String value) {
    return value.equals("Basic {http_key}") ? Caller.basic(Caller.KEY) : value;
  }

  private static BodyPublisher body(JsonNode request) {
    if (!request.has("body")) {
      return BodyPublishers.noBody();
    }
    String body = request.get("body").textValue();
    int padding = Math.max(0, request.path("pad_to").intValue() - body.length());
    return BodyPublishers.ofString(body + " ".repeat(padding));
  }

  private static void hideWhatDiffers(JsonNode body) {
    if (body.path("error").has("stackTrace")) {
      ((ObjectNode) body.get("error")).put("stackTrace", "{text}");
    }
    for (JsonNode user : body.path("users")) {
      UUID id = UUID.fromString(user.get("nakama_id").textValue());
      assertThat(id.version()).isEqualTo(8);
      ((ObjectNode) user).put("nakama_id", "{uuid}");
    }
  }
}
