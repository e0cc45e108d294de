package mosaicmatch.nakama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.http.RecordedServer;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.secrets.MissingSecretException;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses and bodies are those of a real Nakama 3.40. */
class NakamaAnswersAreToldApartTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final SeekerId ANN = new SeekerId("ann-00001");
  private static final SeekerId BEN = new SeekerId("ben-00002");
  private static final PairKey PAIR = PairKey.of(ANN, BEN);

  private final RecordedServer server = new RecordedServer();
  private final MatchRooms rooms =
      NakamaClient.of(
          new Environment(Map.of("MOSAIC_NAKAMA_URL", server.uri().toString())),
          name -> "{\"http_key\":\"a-key\"}");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void roomIsOpenedWithTheHttpKeyAsBasicUserName() {
    server.answer(
        200,
        """
        {"group_id":"8f91f244","channel_id":"3.8f91f244..","created":true,
         "notified1":true,"notified2":true,"replay":false}
        """);
    assertThat(open()).isEqualTo(new MatchRoom("8f91f244", "3.8f91f244..", true, true, true));
    var asked = server.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri()).hasToString("/v2/rpc/mosaic_create_match?unwrap");
    assertThat(asked.headers()).containsEntry("authorization", "Basic YS1rZXk6");
    assertThat(asked.text())
        .isEqualTo(
            "{\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann-00001#ben-00002\","
                + "\"user1\":\"ann-00001\",\"user2\":\"ben-00002\",\"score\":0.8}");
  }

  @Test
  void unknownUserIsFinalAndNamed() {
    server.answer(404, moduleError(5, "unknown custom id: ben-00002"));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            UnknownNakamaUserException.class, e -> assertThat(e.user()).isEqualTo(BEN));
  }

  @Test
  void closedMatchIsFinal() {
    server.answer(409, moduleError(10, "match is closed"));
    assertThatThrownBy(this::open).isInstanceOf(MatchClosedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "409, 10, aborted by a concurrent update",
    "429, 8, rate limited",
    "500, 13, Error finding user account.",
    "503, 14, unavailable",
    "504, 4, unknown custom id: ben-00002"
  })
  void whatPassesMayBeRetried(int status, int code, String message) {
    server.answer(status, moduleError(code, message));
    assertThatThrownBy(this::open).isInstanceOf(NakamaUnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, 16, HTTP key invalid",
    "404, 5, RPC function not found",
    "404, 5, unknown custom id: somebody-else",
    "400, 3, unknown custom id: ben-00002",
    "409, 6, match is closed",
    "403, 7, server to server only"
  })
  void whatIsNotAboutThePairNeverPoisonsIt(int status, int code, String message) {
    server.answer(status, moduleError(code, message));
    assertThatThrownBy(this::open)
        .isInstanceOf(UnexpectedNakamaAnswerException.class)
        .hasMessage("mosaic_create_match was answered with status " + status + ", code " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"group_id\":1}", "<html>"})
  void answerThatCantBeReadIsAnError(String body) {
    server.answer(200, body);
    assertThatThrownBy(this::open).isInstanceOf(UnexpectedNakamaAnswerException.class);
  }

  @Test
  void errorFromTheHttpLayerIsReadToo() {
    server.answer(400, "{\"code\":3,\"error\":\"text\",\"message\":\"text\"}");
    assertThatThrownBy(this::open).hasMessageEndingWith("status 400, code 3");
  }

  @Test
  void errorThatIsNoJsonIsStillAnError() {
    server.answer(404, "not here");
    assertThatThrownBy(this::open).isInstanceOf(UnexpectedNakamaAnswerException.class);
  }

  @Test
  void noServerMayBeRetried() {
    var nowhere = new NakamaClient(URI.create("http://127.0.0.1:1"), () -> "a-key");
    assertThatThrownBy(() -> nowhere.close(CYCLE, PAIR, "test"))
        .isInstanceOf(NakamaUnavailableException.class)
        .hasMessage("mosaic_close_match got no answer");
  }

  @Test
  void matchIsClosedWithItsReason() {
    server.answer(200, "{\"closed\":true,\"existed\":false}");
    rooms.close(CYCLE, PAIR, "no room");
    assertThat(server.asked().getFirst().text())
        .isEqualTo(
            "{\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann-00001#ben-00002\","
                + "\"reason\":\"no room\"}");
  }

  @Test
  void thoseWhomNakamaDoesNotAnswerForAreGone() {
    server.answer(
        200,
        """
        {"users":[{"user_id":"ann-00001","nakama_id":"1f93570e","username":"ann",
          "display_name":"Ann","avatar_url":""}]}
        """);
    assertThat(rooms.gone(List.of(ANN, BEN))).containsExactly(BEN);
  }

  @Test
  void secretThatIsNoKeyIsNamedAndNotQuoted() {
    var client =
        NakamaClient.of(
            new Environment(Map.of("MOSAIC_NAKAMA_URL", server.uri().toString())),
            name -> "hush-hush");
    assertThatThrownBy(() -> client.close(CYCLE, PAIR, "test"))
        .isInstanceOf(MissingSecretException.class)
        .hasMessage("secret mosaicmatch/nakama-http-key must hold {\"http_key\":\"…\"}")
        .hasNoCause();
  }

  private MatchRoom open() {
    return rooms.open(CYCLE, PAIR, ANN, BEN, 0.8);
  }

  private static String moduleError(int code, String message) {
    return """
    {"code":%d,"error":{"stackTrace":"..."},"message":"%s"}
    """
        .formatted(code, message);
  }
}
