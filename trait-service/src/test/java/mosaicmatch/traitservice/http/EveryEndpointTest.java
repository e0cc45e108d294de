package mosaicmatch.traitservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import mosaicmatch.traitservice.ServiceUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each endpoint answers, over real HTTP with signed requests. */
class EveryEndpointTest {

  private static final long START = ServiceUnderTest.START.toEpochMilli();

  @TempDir Path folder;
  private ServiceUnderTest test;

  @BeforeEach
  void start() {
    test = new ServiceUnderTest(folder);
  }

  @AfterEach
  void stop() {
    test.close();
  }

  private String matched(String id, String partner, long optedInAt) {
    return test.batch
        .post(
            "/pinecone/update-user-metadata/" + id,
            """
            {"status":"matched","cycle_id":"2026-11-22T02:00:00Z","pair_key":"ana#bo",
             "partner_id":"%s","opted_in_at":%d}
            """
                .formatted(partner, optedInAt))
        .text();
  }

  private static String missed(long optedInAt) {
    return """
    {"status":"missed","cycle_id":"2026-11-22T02:00:00Z","opted_in_at":%d}
    """
        .formatted(optedInAt);
  }

  private SignedClient.Answer voidAna(long optedInAt) {
    return test.batch.post(
        "/pinecone/void-match/ana",
        """
        {"cycle_id":"2026-11-22T02:00:00Z","pair_key":"ana#bo","opted_in_at":%d}
        """
            .formatted(optedInAt));
  }

  @Test
  void healthIsToldToAnybody() {
    SignedClient.Answer answer = test.batch.send(test.batch.unsigned("GET", "/healthcheck", ""));
    assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void anOptInTellsItsTimeAndItsEmbedding() {
    assertThat(test.nakama.post("/user/ana/opt-in-embedding", "{\"text\":\"rain\"}").text())
        .isEqualTo(
            ("{\"user_id\":\"ana\",\"status\":\"waiting\",\"opted_in_at\":" + START)
                + ",\"embedding\":"
                + test.nakama
                    .post("/user/bo/opt-in-embedding", "{\"text\":\"rain\"}")
                    .json()
                    .get("embedding")
                + "}");
  }

  @Test
  void anUnchangedTextIsNotEmbeddedAgainNotEvenAfterARestart() {
    test.optIn("ana", "rain");
    test.now.set(ServiceUnderTest.START.plusSeconds(5));
    JsonNode again = test.nakama.post("/user/ana/opt-in-embedding", "{\"text\":\"rain\"}").json();
    assertThat(again.get("opted_in_at").asLong()).isEqualTo(START);
    assertThat(again.get("embedding").get("reused").asBoolean()).isTrue();
    assertThat(test.model.asked).hasValue(1);
    test.close();
    test = new ServiceUnderTest(folder);
    test.optIn("ana", "rain");
    assertThat(test.model.asked).hasValue(0);
    test.optIn("ana", "snow");
    assertThat(test.model.asked).hasValue(1);
  }

  @Test
  void anIdMayHoldWhatAPathMustEscape() {
    SignedClient.Answer answer =
        test.nakama.post("/user/a%2Fb%20%C3%A9+c/opt-in-embedding", "{\"text\":\"rain\"}");
    assertThat(answer.json().get("user_id").asText()).isEqualTo("a/b é+c");
    assertThat(
            test.batch.get("/pinecone/active-seekers-ids").json().at("/seekers/0/user_id").asText())
        .isEqualTo("a/b é+c");
  }

  @Test
  void anOptOutIsRepeatable() {
    test.optIn("ana", "rain");
    for (int i = 0; i < 2; i++) {
      assertThat(test.nakama.post("/user/ana/opt-out", "").text())
          .isEqualTo("{\"user_id\":\"ana\",\"status\":\"opted_out\"}");
    }
    assertThat(test.nakama.post("/user/nobody/opt-out", "{}").text()).contains("opted_out");
    assertThat(test.nakama.get("/user/ana/status").json().get("status").asText())
        .isEqualTo("opted_out");
  }

  @Test
  void theStatusFollowsAPerson() {
    assertThat(test.nakama.get("/user/ana/status").text())
        .isEqualTo("{\"user_id\":\"ana\",\"status\":\"none\"}");
    long at = test.optIn("ana", "rain");
    test.batch.post("/pinecone/update-user-metadata/ana", missed(at));
    assertThat(test.nakama.get("/user/ana/status").text())
        .isEqualTo(
            "{\"user_id\":\"ana\",\"status\":\"waiting\",\"opted_in_at\":"
                + START
                + ",\"missed_cycles\":1}");
    matched("ana", "bo", at);
    JsonNode matched = test.nakama.get("/user/ana/status").json();
    assertThat(matched.get("status").asText()).isEqualTo("matched");
    assertThat(matched.at("/match/cycle_id").asText()).isEqualTo("2026-11-22T02:00:00Z");
    assertThat(matched.at("/match/pair_key").asText()).isEqualTo("ana#bo");
    assertThat(matched.at("/match/partner_id").asText()).isEqualTo("bo");
    assertThat(matched.at("/match/matched_at").asLong()).isEqualTo(START);
    assertThat(test.nakama.post("/user/ana/opt-out", "").text())
        .isEqualTo("{\"user_id\":\"ana\",\"status\":\"matched\"}");
  }

  @Test
  void blocksAreListedAndExcludeBothWays() {
    test.optIn("ana", "rain");
    test.optIn("bo", "snow");
    assertThat(test.nakama.put("/user/ana/blocks/bo").text())
        .isEqualTo("{\"user_id\":\"ana\",\"blocks\":[\"bo\"]}");
    assertThat(test.nakama.get("/user/ana/blocks").text())
        .isEqualTo("{\"user_id\":\"ana\",\"blocks\":[\"bo\"]}");
    assertThat(test.nakama.get("/user/bo/blocks").json().get("blocks")).isEmpty();
    JsonNode seekers = test.batch.get("/pinecone/active-seekers-ids").json().get("seekers");
    assertThat(seekers).allSatisfy(seeker -> assertThat(seeker.get("excluded")).hasSize(1));
    assertThat(test.nakama.delete("/user/ana/blocks/bo").json().get("blocks")).isEmpty();
  }

  @Test
  void anErasedPersonHasNoVectorAndNoStanding() {
    long at = test.optIn("ana", "rain");
    assertThat(test.batch.delete("/user/ana").text())
        .isEqualTo("{\"user_id\":\"ana\",\"status\":\"erased\"}");
    assertThat(test.batch.delete("/user/ana").status()).isEqualTo(200);
    assertThat(test.nakama.get("/user/ana/status").text()).contains("\"none\"");
    assertThat(
            test.batch
                .post("/pinecone/fetch-vectors-by-ids", "{\"user_ids\":[\"ana\"]}")
                .json()
                .get("missing"))
        .hasSize(1);
    assertThat(test.optIn("ana", "rain")).isEqualTo(at + 1);
    assertThat(test.model.asked).hasValue(2);
  }

  @Test
  void thePoolIsListedPageByPage() {
    for (int i = 0; i < 25; i++) {
      test.optIn("seeker-" + i, "rain");
    }
    Set<String> ids = new HashSet<>();
    String path = "/pinecone/active-seekers-ids?limit=10";
    for (int page = 0; page < 3; page++) {
      JsonNode answer = test.batch.get(path).json();
      answer.get("seekers").forEach(seeker -> ids.add(seeker.get("user_id").asText()));
      path = "/pinecone/active-seekers-ids?limit=10&cursor=" + answer.path("next_cursor").asText();
    }
    assertThat(ids).hasSize(25);
  }

  @Test
  void vectorsComeAsJsonOrAsBytes() {
    test.optIn("ana", "rain");
    test.optIn("é", "snow");
    String ids = "{\"user_ids\":[\"ana\",\"é\",\"nobody\",\"ana\"]}";
    JsonNode json = test.batch.post("/pinecone/fetch-vectors-by-ids", ids).json();
    assertThat(json.get("dimensions").asInt()).isEqualTo(8);
    assertThat(json.get("missing").toString()).isEqualTo("[\"nobody\"]");
    HttpRequest.Builder request =
        test.batch
            .signed("POST", "/pinecone/fetch-vectors-by-ids", ids)
            .setHeader("Accept", "application/octet-stream");
    SignedClient.Answer binary = test.batch.send(request);
    assertThat(binary.response().headers().firstValue("Content-Type"))
        .contains("application/octet-stream");
    ByteBuffer bytes = ByteBuffer.wrap(binary.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[4];
    bytes.get(magic);
    assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("MMV1");
    assertThat(bytes.getInt()).isEqualTo(2);
    assertThat(bytes.getInt()).isEqualTo(8);
    for (int i = 0; i < 2; i++) {
      byte[] id = new byte[bytes.getShort()];
      bytes.get(id);
      JsonNode same = json.get("vectors").get(new String(id, StandardCharsets.UTF_8));
      for (int d = 0; d < 8; d++) {
        assertThat(bytes.getFloat()).isEqualTo(same.get(d).floatValue());
      }
    }
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void theSimilarAreThoseWhoWait() {
    test.optIn("ana", "rain tea");
    test.optIn("bo", "rain tea");
    test.optIn("cy", "rain coffee");
    test.optIn("di", "rain tea");
    test.nakama.post("/user/di/opt-out", "");
    JsonNode matches =
        test.batch
            .post(
                "/pinecone/query-similar",
                "{\"user_id\":\"ana\",\"top_k\":5,\"include_vectors\":true}")
            .json()
            .get("matches");
    assertThat(matches).hasSize(2);
    assertThat(matches.at("/0/user_id").asText()).isEqualTo("bo");
    assertThat(matches.at("/0/score").asDouble()).isBetween(0.9999, 1.0001);
    JsonNode byVector =
        test.batch
            .post(
                "/pinecone/query-similar",
                "{\"vector\":" + matches.at("/0/vector") + ",\"top_k\":1}")
            .json()
            .get("matches");
    assertThat(byVector.at("/0/user_id").asText()).isEqualTo("ana");
    assertThat(byVector.at("/0").has("vector")).isFalse();
  }

  @Test
  void aMatchIsMadeOnceAndRefusedWithItsReason() {
    long ana = test.optIn("ana", "rain");
    assertThat(matched("ana", "bo", ana)).isEqualTo("{\"status\":\"matched\"}");
    assertThat(matched("ana", "bo", ana)).isEqualTo("{\"status\":\"matched\"}");
    assertThat(matched("bo", "ana", ana)).contains("\"match_refused\"", "\"unknown\"");
    test.optIn("bo", "snow");
    assertThat(matched("bo", "ana", ana + 1)).contains("\"unknown\"");
    test.nakama.post("/user/bo/opt-out", "");
    assertThat(matched("bo", "ana", ana)).contains("\"opted_out\"");
    test.now.set(ServiceUnderTest.START.plus(Duration.ofSeconds(2)));
    test.optIn("ana", "rain");
    assertThat(matched("ana", "bo", ana)).contains("\"newer_opt_in\"");
  }

  @Test
  void missedCyclesAreCountedOneByOneAndInBatches() {
    long ana = test.optIn("ana", "rain");
    long bo = test.optIn("bo", "snow");
    assertThat(test.batch.post("/pinecone/update-user-metadata/ana", missed(ana)).text())
        .isEqualTo("{\"status\":\"missed\",\"counted\":true}");
    String updates =
        """
        {"updates":[
          {"user_id":"ana","status":"missed","cycle_id":"2026-11-22T02:00:00Z","opted_in_at":%d},
          {"user_id":"bo","status":"missed","cycle_id":"2026-11-22T02:00:00Z","opted_in_at":%d}]}
        """
            .formatted(ana, bo);
    assertThat(test.batch.post("/pinecone/update-users-metadata", updates).text())
        .isEqualTo(
            "{\"results\":[{\"user_id\":\"ana\",\"counted\":false},"
                + "{\"user_id\":\"bo\",\"counted\":true}]}");
  }

  @Test
  void aVoidedMatchBringsTheOptInBackOnce() {
    long at = test.optIn("ana", "rain");
    matched("ana", "bo", at);
    assertThat(voidAna(at).text()).isEqualTo("{\"restored\":true}");
    assertThat(voidAna(at).text()).isEqualTo("{\"restored\":false}");
    assertThat(matched("ana", "bo", at)).contains("\"voided\"");
    assertThat(test.nakama.get("/user/ana/status").json().get("opted_in_at").asLong())
        .isEqualTo(at);
  }

  @Test
  void anUndoneMatchTellsWhereItLeavesThePerson() {
    long at = test.optIn("ana", "rain");
    matched("ana", "bo", at);
    for (int i = 0; i < 2; i++) {
      assertThat(undoAna(at).text()).isEqualTo("{\"outcome\":\"put_back\"}");
    }
    assertThat(test.batch.get("/pinecone/seeker-standing/ana").text())
        .isEqualTo(
            "{\"user_id\":\"ana\",\"status\":\"waiting\",\"opted_in_at\":"
                + (at + 1)
                + ",\"missed_cycles\":0,\"leaving\":false}");
    test.batch.delete("/user/ana");
    assertThat(undoAna(at).text()).isEqualTo("{\"outcome\":\"gone\"}");
  }

  private SignedClient.Answer undoAna(long optedInAt) {
    return test.batch.post(
        "/pinecone/undo-match/ana",
        """
        {"cycle_id":"2026-11-22T02:00:00Z","pair_key":"ana#bo","opted_in_at":%d}
        """
            .formatted(optedInAt));
  }

  @Test
  void theStandingOfAMatchedPersonNamesTheMatch() {
    long at = test.optIn("ana", "rain");
    matched("ana", "bo", at);
    JsonNode standing = test.batch.get("/pinecone/seeker-standing/ana").json();
    assertThat(standing.at("/match/pair_key").asText()).isEqualTo("ana#bo");
    assertThat(test.batch.get("/pinecone/seeker-standing/nobody").text())
        .isEqualTo(
            "{\"user_id\":\"nobody\",\"status\":\"none\","
                + "\"missed_cycles\":0,\"leaving\":false}");
  }

  @Test
  void anErasedPersonIsForgottenByWhoeverMetThem() {
    long at = test.optIn("ana", "rain");
    matched("ana", "bo", at);
    assertThat(test.batch.delete("/user/ana/met/bo").status()).isEqualTo(200);
    assertThat(test.nakama.get("/user/ana/status").text()).doesNotContain("bo");
    assertThat(test.batch.delete("/user/ana/met/ana").error()).isEqualTo("400 invalid_field");
  }
}
