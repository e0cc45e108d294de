package mosaicmatch.traitservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mosaicmatch.signing.SigningKey;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.ServiceUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not let in, and how the caller is told. */
class EveryRefusalTest {

  @TempDir static Path folder;
  private static ServiceUnderTest test;

  @BeforeAll
  static void start() {
    test = new ServiceUnderTest(folder);
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void usualKeysAndTime() {
    test.now.set(ServiceUnderTest.START);
    test.keys.set(new SigningKeys(List.of(ServiceUnderTest.BATCH, ServiceUnderTest.NAKAMA)));
  }

  private static SignedClient client(String path) {
    return path.startsWith("/user") ? test.nakama : test.batch;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /user/ana/status",
    "POST, /user/ana/opt-in-embedding",
    "POST, /user/ana/opt-out",
    "DELETE, /user/ana",
    "GET, /user/ana/blocks",
    "PUT, /user/ana/blocks/bo",
    "DELETE, /user/ana/blocks/bo",
    "GET, /pinecone/active-seekers-ids",
    "POST, /pinecone/fetch-vectors-by-ids",
    "POST, /pinecone/query-similar",
    "POST, /pinecone/update-user-metadata/ana",
    "POST, /pinecone/update-users-metadata",
    "POST, /pinecone/void-match/ana",
    "POST, /pinecone/undo-match/ana",
    "GET, /pinecone/seeker-standing/ana",
    "DELETE, /user/ana/met/bo"
  })
  void eachEndpointAsksForASignatureAndItsScope(String method, String path) {
    assertThat(test.batch.send(test.batch.unsigned(method, path, "")).error())
        .isEqualTo("401 signature_missing");
    try (SignedClient powerless =
        test.client(new SigningKey("none-1", "n".repeat(32), Set.of("other")))) {
      assertThat(powerless.send(powerless.signed(method, path, "")).error())
          .isEqualTo("401 signature_key");
      test.keys.set(
          new SigningKeys(List.of(new SigningKey("none-1", "n".repeat(32), Set.of("other")))));
      assertThat(powerless.send(powerless.signed(method, path, "")).error())
          .isEqualTo("403 scope_missing");
    }
  }

  @Test
  void aPlayersKeyCanNotMatchAndACyclesKeyCanNotOptIn() {
    assertThat(test.nakama.get("/pinecone/active-seekers-ids").error())
        .isEqualTo("403 scope_missing");
    assertThat(test.nakama.delete("/user/ana").error()).isEqualTo("403 scope_missing");
    assertThat(test.batch.post("/user/ana/opt-in-embedding", "{\"text\":\"x\"}").error())
        .isEqualTo("403 scope_missing");
  }

  @Test
  void aReplayIsRefused() {
    HttpRequest.Builder request = test.nakama.signed("GET", "/user/ana/status", "");
    assertThat(test.nakama.send(request).status()).isEqualTo(200);
    assertThat(test.nakama.send(request).error()).isEqualTo("401 signature_replayed");
  }

  @Test
  void anOldSignatureIsRefused() {
    HttpRequest.Builder request = test.nakama.signed("GET", "/user/ana/status", "");
    test.now.set(ServiceUnderTest.START.plusSeconds(301));
    assertThat(test.nakama.send(request).error()).isEqualTo("401 signature_time");
  }

  @Test
  void aChangedBodyOrPathIsRefused() {
    HttpRequest.Builder request =
        test.nakama.signed("POST", "/user/ana/opt-in-embedding", "{\"text\":\"rain\"}");
    request.method("POST", BodyPublishers.ofString("{\"text\":\"snow\"}"));
    assertThat(test.nakama.send(request).error()).isEqualTo("401 signature_digest");
    HttpRequest.Builder moved = test.nakama.signed("GET", "/user/ana/status", "");
    moved.uri(test.service.url().resolve("/user/bo/status"));
    assertThat(test.nakama.send(moved).error()).isEqualTo("401 signature_mismatch");
    HttpRequest.Builder asked = test.batch.signed("GET", "/pinecone/active-seekers-ids", "");
    asked.uri(test.service.url().resolve("/pinecone/active-seekers-ids?limit=1"));
    assertThat(test.batch.send(asked).error()).isEqualTo("401 signature_mismatch");
  }

  @Test
  void aSignatureForAnotherServiceIsRefused() throws IOException {
    SignedClient elsewhere =
        new SignedClient(
            URI.create("http://elsewhere.example:8081"), ServiceUnderTest.NAKAMA, test.now::get);
    HttpRequest request = elsewhere.signed("GET", "/user/ana/status", "").build();
    StringBuilder raw = new StringBuilder("GET /user/ana/status HTTP/1.1\r\n");
    raw.append("Host: elsewhere.example:8081\r\nConnection: close\r\n");
    request.headers().map().forEach((k, v) -> raw.append(k + ": " + v.getFirst() + "\r\n"));
    assertThat(raw(raw + "\r\n")).contains("401").contains("signature_authority");
    elsewhere.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/user/ana/opt-in-embedding | {} | 400 missing_field | text",
        "/user/ana/opt-in-embedding | {\"text\":null} | 400 missing_field | text",
        "/user/ana/opt-in-embedding | {\"text\":5} | 400 invalid_field | text",
        "/user/ana/opt-in-embedding | {\"text\":\" \"} | 400 invalid_field | text",
        "/user/ana/opt-in-embedding | {\"text\":\"a\",\"x\":1} | 400 unknown_field | x",
        "/user/ana/opt-in-embedding | {\"text\":\"a\",\"text\":\"b\"} | 400 invalid_json |",
        "/user/ana/opt-in-embedding | {\"text\":\"a\"} {} | 400 invalid_json |",
        "/user/ana/opt-in-embedding | [] | 400 invalid_json |",
        "/user/ana/opt-in-embedding | {\"text\": | 400 invalid_json |",
        "/user/a%23b/opt-in-embedding | {\"text\":\"a\"} | 400 invalid_field | user_id",
        "/user/a%0Ab/opt-out | {} | 400 invalid_field | user_id",
        "/user/ana/opt-out | {\"x\":1} | 400 unknown_field | x",
        "/pinecone/fetch-vectors-by-ids | {} | 400 missing_field | user_ids",
        "/pinecone/fetch-vectors-by-ids | {\"user_ids\":[]} | 400 invalid_field | user_ids",
        "/pinecone/fetch-vectors-by-ids | {\"user_ids\":[\"a\",5]} | 400 invalid_field |"
            + " user_ids[1]",
        "/pinecone/fetch-vectors-by-ids | {\"user_ids\":[\"a#\"]} | 400 invalid_field |"
            + " user_ids[0]",
        "/pinecone/query-similar | {\"top_k\":1} | 400 missing_field | vector",
        "/pinecone/query-similar | {\"user_id\":\"a\",\"top_k\":1} | 404 user_not_found |",
        "/pinecone/query-similar | {\"vector\":[1],\"top_k\":1} | 400 invalid_field | vector",
        "/pinecone/query-similar | {\"vector\":[0,0,0,0,0,0,0,0],\"top_k\":1} | 400 invalid_field |"
            + " vector",
        "/pinecone/query-similar | {\"vector\":[1,0,0,0,0,0,0,\"x\"],\"top_k\":1} | 400"
            + " invalid_field | vector[7]",
        "/pinecone/query-similar | {\"vector\":[1,0,0,0,0,0,0,0],\"top_k\":0} | 400 invalid_field |"
            + " top_k",
        "/pinecone/query-similar | {\"vector\":[1,0,0,0,0,0,0,0],\"top_k\":1,\"include_vectors\":1}"
            + " | 400 invalid_field | include_vectors",
        "/pinecone/update-user-metadata/ana | {\"status\":\"gone\"} | 400 invalid_field | status",
        "/pinecone/update-user-metadata/ana |"
            + " {\"status\":\"missed\",\"opted_in_at\":1,\"cycle_id\":\"dry-2026-11-22T02:00:13Z\"}"
            + " | 400 invalid_field | cycle_id",
        "/pinecone/update-user-metadata/ana |"
            + " {\"status\":\"missed\",\"opted_in_at\":1.5,\"cycle_id\":\"2026-11-22T02:00:00Z\"} |"
            + " 400 invalid_field | opted_in_at",
        "/pinecone/update-user-metadata/ana |"
            + " {\"status\":\"matched\",\"opted_in_at\":1,\"cycle_id\":\"2026-11-22T02:00:00Z\",\"partner_id\":\"ana\",\"pair_key\":\"ana#ana\"}"
            + " | 400 invalid_field | partner_id",
        "/pinecone/update-user-metadata/ana |"
            + " {\"status\":\"matched\",\"opted_in_at\":1,\"cycle_id\":\"2026-11-22T02:00:00Z\",\"partner_id\":\"bo\",\"pair_key\":\"bo#ana\"}"
            + " | 400 invalid_field | pair_key",
        "/pinecone/update-users-metadata | {\"updates\":[5]} | 400 invalid_field | updates[0]",
        "/pinecone/update-users-metadata |"
            + " {\"updates\":[{\"user_id\":\"a\",\"status\":\"matched\"}]} | 400 invalid_field |"
            + " updates[0].status",
        "/pinecone/update-users-metadata |"
            + " {\"updates\":[{\"user_id\":\"a\",\"status\":\"missed\",\"opted_in_at\":1,\"cycle_id\":\"2026-11-22T02:00:00Z\",\"y\":1}]}"
            + " | 400 unknown_field | updates[0].y",
        "/pinecone/void-match/ana |"
            + " {\"opted_in_at\":1,\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"bo#cy\"} |"
            + " 400 invalid_field | pair_key",
        "/pinecone/void-match/ana |"
            + " {\"opted_in_at\":1,\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ana#\"} |"
            + " 400 invalid_field | pair_key"
      })
  void aWrongBodyIsRefusedByTheNameOfItsField(
      String path, String body, String error, String field) {
    SignedClient.Answer answer = client(path).post(path, body);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.json().path("field").asText()).isEqualTo(field == null ? "" : field);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=1001, limit",
    "limit=x, limit",
    "limit=1&limit=2, limit",
    "cursor=zzz, cursor",
    "page=1, page"
  })
  void aWrongQueryIsRefusedByTheNameOfItsParameter(String query, String field) {
    SignedClient.Answer answer = test.batch.get("/pinecone/active-seekers-ids?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  void anErrorRepeatsNothingOfTheText() {
    String text = "confidential ".repeat(2000);
    SignedClient.Answer answer =
        test.nakama.post("/user/ana/opt-in-embedding", "{\"text\":\"" + text + "\"}");
    assertThat(answer.error()).isEqualTo("400 invalid_field");
    assertThat(answer.text()).doesNotContain("confidential");
    assertThat(test.nakama.post("/user/ana/opt-in-embedding", "{\"text\":confidential}").text())
        .contains("invalid_json")
        .doesNotContain("confidential");
  }

  @Test
  void aBodyOfMoreThanOneMiBIsRefusedHoweverItComes() throws IOException {
    String large = "x".repeat(1024 * 1024 + 1);
    assertThat(
            raw(
                "POST /user/ana/opt-out HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                    + "Content-Length: 1048577\r\n\r\n"))
        .contains("413")
        .contains("body_too_large");
    assertThat(
            raw(
                "POST /user/ana/opt-out HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n100001\r\n"
                    + large
                    + "\r\n0\r\n\r\n"))
        .contains("413")
        .contains("body_too_large");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    HttpRequest.Builder request =
        test.nakama
            .signed("POST", "/user/ana/opt-in-embedding", "{\"text\":\"rain\"}")
            .setHeader("Content-Type", "text/plain");
    assertThat(test.nakama.send(request).error()).isEqualTo("415 unsupported_media_type");
  }

  @Test
  void aPlaceOrMethodThatIsNotThereIsRefused() {
    assertThat(test.batch.get("/nothing").error()).isEqualTo("404 not_found");
    assertThat(test.batch.get("/user/ana/status/").error()).isEqualTo("404 not_found");
    assertThat(test.batch.put("/user/ana/status").error()).isEqualTo("405 method_not_allowed");
  }

  @Test
  void nobodyCanBlockThemselves() {
    assertThat(test.nakama.put("/user/ana/blocks/ana").error()).isEqualTo("400 invalid_field");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", test.service.url().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        answer.write(b);
        if (b == '}') {
          break;
        }
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
