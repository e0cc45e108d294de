package mosaicmatch.traitservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import mosaicmatch.proof.HostileArguments;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import mosaicmatch.traitservice.ServiceUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent to the service: it is answered, and by a code of its own if it is refused. */
@Timeout(300)
class HostileRequestsAreRefusedTest {

  private static final int CASES = 60;
  private static final String PRIVATE = "confidential";
  private static final String OK_STATUS = "2\\d\\d|4\\d\\d";

  /** Every endpoint that takes a body, with one that it takes. */
  private static final Map<String, String> BODIES = new LinkedHashMap<>();

  static {
    var cycle = "\"cycle_id\":\"2026-11-22T02:00:00Z\",\"opted_in_at\":1795312800000";
    BODIES.put("/user/ana/opt-in-embedding", "{\"text\":\"confidential rain\"}");
    BODIES.put("/user/ana/opt-out", "{}");
    BODIES.put("/pinecone/fetch-vectors-by-ids", "{\"user_ids\":[\"ana\",\"bo\"]}");
    BODIES.put(
        "/pinecone/query-similar",
        "{\"vector\":[0.125,0,0,0.5,0,1,0,0],\"top_k\":3,\"include_vectors\":true}");
    BODIES.put(
        "/pinecone/update-user-metadata/ana",
        "{\"status\":\"matched\",\"partner_id\":\"bo\",\"pair_key\":\"ana#bo\"," + cycle + "}");
    BODIES.put(
        "/pinecone/update-users-metadata",
        "{\"updates\":[{\"user_id\":\"ana\",\"status\":\"missed\"," + cycle + "}]}");
    BODIES.put("/pinecone/void-match/ana", "{\"pair_key\":\"ana#bo\"," + cycle + "}");
    BODIES.put("/pinecone/undo-match/ana", "{\"pair_key\":\"ana#bo\"," + cycle + "}");
  }

  @TempDir private Path folder;
  private ServiceUnderTest test;
  private final HostileSearch search =
      HostileSearch.named("hostile-trait-requests", getClass()).hiding(PRIVATE);

  @BeforeEach
  void start() {
    test = new ServiceUnderTest(folder);
    test.optIn("ana", "rain and wind");
    test.optIn("bo", "wind and rain");
  }

  @AfterEach
  void stop() {
    test.close();
  }

  @Test
  void everyRequestIsAnsweredByTheServicesOwnWords() {
    BODIES.forEach(
        (path, body) ->
            search.search(
                path,
                CASES,
                random -> HostileJson.of(body, random),
                input -> check(path, post(path, input.bytes()))));
    search.search("ids in paths", 2 * CASES, this::path, this::ask);
    search.search("queries", CASES, this::query, this::ask);
    search.search("raw requests", 2 * CASES, this::raw, this::sendRaw);
    search.notices(
        "an answer that repeats what it was sent",
        CASES,
        random -> HostileJson.of(BODIES.get("/user/ana/opt-in-embedding"), random),
        input -> assertThat(search.wrongInWords("refused: " + input.text())).isEmpty());
    assertThat(test.nakama.get("/user/ana/status").status()).isEqualTo(200);
    search.end();
  }

  private SignedClient client(String path) {
    return path.startsWith("/user") ? test.nakama : test.batch;
  }

  private SignedClient.Answer post(String path, byte[] body) {
    return client(path).send(client(path).signedBytes("POST", path, body));
  }

  private void check(String path, SignedClient.Answer answer) {
    assertThat(Integer.toString(answer.status())).as(answer.text()).matches(OK_STATUS);
    boolean byTheServerItself = answer.status() == 414 || answer.status() == 431;
    if (answer.status() >= 400 && !byTheServerItself) {
      assertThat(answer.json().path("error").asText()).matches("[a-z_]+");
      assertThat(search.wrongInWords(answer.text())).as(path).isEmpty();
    }
  }

  private HostileInput path(RandomGenerator random) {
    var id = encoded(HostileArguments.word(random));
    var paths =
        new String[] {
          "/user/%s/status", "/user/%s/blocks", "/pinecone/seeker-standing/%s", "/%s", "/user/%s"
        };
    return new HostileInput(
        paths[random.nextInt(paths.length)].formatted(id).getBytes(StandardCharsets.UTF_8), id);
  }

  private HostileInput query(RandomGenerator random) {
    var name = new String[] {"limit", "cursor", "page", "limit=5&limit"}[random.nextInt(4)];
    var value = encoded(HostileArguments.word(random));
    var query = "/pinecone/active-seekers-ids?" + name + "=" + value;
    return new HostileInput(query.getBytes(StandardCharsets.UTF_8), query);
  }

  /** Cut to what a client's own address can hold. */
  private static String encoded(String word) {
    var cut = word.length() > 1_000 ? word.substring(0, 1_000) : word;
    return URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void ask(HostileInput input) {
    check(input.mutation(), client(input.text()).get(input.text()));
  }

  private HostileInput raw(RandomGenerator random) {
    var request =
        "POST /user/ana/opt-in-embedding HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/json\r\nContent-Digest: sha-256=:AAAA:\r\n"
            + "Signature-Input: s=(\"@method\" \"@path\");created=1795312800;keyid=\"nakama-1\"\r\n"
            + "Signature: s=:AAAA:\r\nConnection: close\r\nContent-Length: 15\r\n\r\n"
            + "{\"text\":\"rain\"}";
    return HostileBytes.of(request.getBytes(StandardCharsets.US_ASCII), random);
  }

  private void sendRaw(HostileInput input) throws IOException {
    try (var socket = new Socket("127.0.0.1", test.service.url().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(input.bytes());
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      // Where the head is broken off, nobody listens any more, and the server says what it will.
      assertThat(answer).doesNotContain("Exception", "\tat ", "internal_error");
    } catch (SocketException closedByTheServer) {
      assertThat(closedByTheServer).hasMessageNotContaining("refused");
    }
  }

  /** Found by the search: each was an internal error. */
  @Test
  void aBodyTooDeepOrNoUtf8IsRefusedAsNoJson() {
    byte[] deep = "[".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    byte[] noText = {0, 0, 0, 2, '{', '}', 0, 1};
    assertThat(post("/user/ana/opt-out", deep).error()).isEqualTo("400 invalid_json");
    assertThat(post("/user/ana/opt-out", noText).error()).isEqualTo("400 invalid_json");
  }
}
