package mosaicmatch.local.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottledServerSaysWhenToComeBackTest extends StandInTest {

  private Instant now = NOW;

  @Override
  NakamaSettings settings() {
    return super.settings().breaking(Fault.parse("nakama:throttle:2")).at(() -> now);
  }

  @Test
  void soManyOpeningsASecondAndTheOthersAreToldToWait() {
    assertThat(caller.create("ada", "ben").status()).isEqualTo(200);
    assertThat(caller.create("cem", "dee").status()).isEqualTo(200);
    Caller.Answer third = caller.create("ada", "ben");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.code()).isEqualTo(8);
    now = now.plusSeconds(1);
    assertThat(caller.create("ada", "ben").status()).isEqualTo(200);
  }

  @Test
  void onlyThrottledAnswersNameATime() throws IOException, InterruptedException {
    var first = open();
    open();
    var third = open();
    assertThat(first.headers().firstValue("Retry-After")).isEmpty();
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
  }

  private HttpResponse<String> open() throws IOException, InterruptedException {
    var body =
        Json.write(
            Map.of(
                "cycle_id", "2026-11-22T02:00:00Z",
                "pair_key", "ada#ben",
                "user1", "ada",
                "user2", "ben",
                "score", 0.5));
    var uri =
        URI.create(standIn.uri() + "/v2/rpc/mosaic_create_match?unwrap&http_key=" + Caller.KEY);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void otherRpcsWork() {
    caller.create("ada", "ben");
    caller.create("ada", "ben");
    caller.create("ada", "ben");
    assertThat(caller.close("ada", "ben").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nakama:throttle", "nakama:throttle:", "nakama:throttle:0", "throttle:9"})
  void aThrottleThatIsNoneIsExplained(String text) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nakama:throttle:PER_SECOND");
  }
}
