package mosaicmatch.traits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.http.RecordedServer;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.secrets.MissingSecretException;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraitServiceAnswersAreToldApartTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final Instant SINCE = Instant.ofEpochMilli(1_795_000_000_123L);
  private static final OptIn ANN = new OptIn(new SeekerId("ann é/*"), SINCE);
  private static final OptIn BEN = new OptIn(new SeekerId("ben"), SINCE.plusMillis(1));
  private static final PairKey PAIR = PairKey.of(ANN.userId(), BEN.userId());
  private static final String SECRET =
      "{\"keyid\":\"batch-1\",\"secret\":\"0123456789abcdef0123456789abcdef\"}";

  private final RecordedServer server = new RecordedServer();
  private final TraitServiceClient client = client(SECRET);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anUndoingIsSignedAndAnsweredWithWhereItLeavesThePerson() {
    server.answer(200, "{\"outcome\":\"moved_on\"}");
    assertThat(client.corrections().undoMatch(ANN, CYCLE, PAIR)).isEqualTo(UndoAnswer.MOVED_ON);
    var asked = server.asked().getFirst();
    assertThat(asked.uri()).hasToString("/pinecone/undo-match/ann%20%C3%A9%2F%2A");
    assertThat(asked.text())
        .isEqualTo(
            "{\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann é/*#ben\","
                + "\"opted_in_at\":1795000000123}");
  }

  @Test
  void aStandingIsReadWithItsMatch() {
    server.answer(
        200,
        "{\"user_id\":\"ben\",\"status\":\"matched\",\"opted_in_at\":1795000000124,"
            + "\"missed_cycles\":2,\"leaving\":false,\"match\":{\"cycle_id\":"
            + "\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann#ben\",\"partner_id\":\"ann\",\"matched_at\":1795000000200}}");
    var standing = client.corrections().standing(BEN.userId());
    assertThat(standing.optedInAt()).contains(BEN.optedInAt());
    assertThat(standing.isMatchedBy(CYCLE, new PairKey("ann#ben"))).isTrue();
    assertThat(standing.isWaiting()).isFalse();
  }

  @Test
  void anErasureIsADeletionOfThePersonAndOfWhomTheyMet() {
    server.answer(200, "{\"user_id\":\"ben\",\"status\":\"erased\"}");
    client.corrections().erase(BEN.userId());
    server.answer(200, "{}");
    client.corrections().forgetMeeting(ANN.userId(), BEN.userId());
    assertThat(server.asked())
        .extracting(asked -> asked.uri().toString())
        .containsExactly("/user/ben", "/user/ann%20%C3%A9%2F%2A/met/ben");
    server.answer(403, "{\"error\":\"scope_missing\"}");
    assertThatThrownBy(() -> client.corrections().erase(BEN.userId()))
        .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
        .hasMessageContaining("scope_missing");
  }

  @Test
  void matchIsAskedForOnceAndSigned() {
    server.answer(200, "{\"status\":\"matched\"}");
    assertThat(matched()).isEqualTo(new MatchAnswer.Matched());
    var asked = server.asked().getFirst();
    assertThat(asked.uri()).hasToString("/pinecone/update-user-metadata/ann%20%C3%A9%2F%2A");
    assertThat(asked.text())
        .isEqualTo(
            "{\"status\":\"matched\",\"cycle_id\":\"2026-11-22T02:00:00Z\","
                + "\"pair_key\":\"ann é/*#ben\",\"partner_id\":\"ben\","
                + "\"opted_in_at\":1795000000123}");
    assertThat(asked.headers()).containsKeys("content-digest", "signature");
    assertThat(asked.headers().get("signature-input"))
        .contains("keyid=\"batch-1\"", "tag=\"mosaicmatch\"");
  }

  @Test
  void everyRequestIsSignedAnew() {
    server.answer(200, "{}").answer(200, "{}");
    matched();
    matched();
    assertThat(server.asked())
        .extracting(asked -> asked.headers().get("signature"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opted_out", "newer_opt_in", "excluded", "voided", "matched_elsewhere"})
  void refusedMatchTellsItsReason(String reason) {
    server.answer(
        409,
        "{\"error\":\"match_refused\",\"message\":\"no\",\"reason\":\"%s\"}".formatted(reason));
    assertThat(matched()).isEqualTo(new MatchAnswer.Refused(reason));
  }

  @Test
  void seekerWhoIsNotThereIsARefusalAndNothingToTakeBack() {
    server
        .answer(404, "{\"error\":\"user_not_found\"}")
        .answer(404, "{\"error\":\"user_not_found\"}");
    assertThat(matched()).isEqualTo(new MatchAnswer.Refused("unknown"));
    client.registry().voidMatch(ANN, CYCLE, PAIR);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void whatPassesMayBeRetried(int status) {
    for (int tries = 0; tries < 3; tries++) {
      server.answer(status, "{\"error\":\"busy\"}");
    }
    assertThatThrownBy(this::matched)
        .isInstanceOf(TraitServiceUnavailableException.class)
        .hasMessageEndingWith("was answered with status " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "401, signature_expired",
    "403, scope_missing",
    "404, not_found",
    "409, something_else",
    "413, body_too_large",
    "307, moved"
  })
  void everythingElseIsFinalAndNamed(int status, String error) {
    server.answer(status, "{\"error\":\"%s\",\"field\":\"opted_in_at\"}".formatted(error));
    assertThatThrownBy(this::matched)
        .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
        .hasMessageEndingWith(
            "was answered with status " + status + ", error " + error + " in field opted_in_at");
  }

  @Test
  void errorThatIsNoJsonIsStillAnError() {
    server.answer(400, "<html>");
    assertThatThrownBy(this::matched).hasMessageEndingWith("status 400, error unknown");
  }

  @Test
  void noServerMayBeRetried() {
    server.close();
    assertThatThrownBy(this::matched)
        .isInstanceOf(TraitServiceUnavailableException.class)
        .hasMessageEndingWith("got no answer");
  }

  @Test
  void voidNamesThePairAndTheOptIn() {
    server.answer(200, "{\"restored\":true}");
    client.registry().voidMatch(BEN, CYCLE, PAIR);
    assertThat(server.asked().getFirst().uri()).hasToString("/pinecone/void-match/ben");
    assertThat(server.asked().getFirst().text())
        .isEqualTo(
            "{\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann é/*#ben\","
                + "\"opted_in_at\":1795000000124}");
  }

  @Test
  void missedCyclesAreCountedInOneRequest() {
    server.answer(
        200,
        "{\"results\":[{\"user_id\":\"a\",\"counted\":true},{\"user_id\":\"b\",\"counted\":false}]}");
    assertThat(client.registry().missed(CYCLE, List.of(ANN, BEN))).isEqualTo(1);
    assertThat(server.asked().getFirst().text())
        .startsWith("{\"updates\":[{\"user_id\":\"ann é/*\",\"status\":\"missed\",\"cycle_id\":")
        .contains("\"opted_in_at\":1795000000123");
  }

  @Test
  void poolIsReadPageByPageOldestFirstAndEachSeekerOnce() {
    server
        .answer(200, page("\"next_cursor\":\"c 1\",", seeker("a", 30), seeker("b", 50)))
        .answer(200, page("", seeker("c", 20), seeker("a", 40)));
    assertThat(client.pool().waiting(9))
        .extracting(seeker -> seeker.userId() + " " + seeker.optedInAt().toEpochMilli())
        .containsExactly("c 20", "a 40", "b 50");
    assertThat(server.asked())
        .extracting(asked -> asked.uri().toString())
        .containsExactly(
            "/pinecone/active-seekers-ids?limit=1000",
            "/pinecone/active-seekers-ids?limit=1000&cursor=c%201");
  }

  @Test
  void oneOptInListedTwiceIsOneSeekerWhoMustNotMeetAnyoneOfEitherListing() {
    server
        .answer(200, page("\"next_cursor\":\"c\",", seeker("a", 30)))
        .answer(200, page("", seeker("a", 30).replace("\"x\"", "\"y\"")));
    assertThat(client.pool().waiting(9))
        .singleElement()
        .satisfies(
            seeker ->
                assertThat(seeker.excluded())
                    .containsExactlyInAnyOrder(new SeekerId("x"), new SeekerId("y")));
  }

  @Test
  void poolKeepsTheOldestUpToItsLimit() {
    server.answer(200, page("", seeker("a", 30), seeker("b", 10), seeker("c", 20)));
    var waiting = client.pool().waiting(2);
    assertThat(waiting).extracting(seeker -> seeker.userId().value()).containsExactly("b", "c");
    assertThat(waiting.getFirst().excluded()).isEqualTo(Set.of(new SeekerId("x")));
  }

  @Test
  void vectorsAreReadInBinary() throws IOException {
    var vectors = new LinkedHashMap<SeekerId, float[]>();
    vectors.put(BEN.userId(), new float[] {1, 2});
    var bytes = new ByteArrayOutputStream();
    VectorFile.write(vectors, bytes);
    server.answer(200, bytes.toByteArray());
    var fetched = client.vectors().fetch(List.of(BEN.userId(), ANN.userId()));
    assertThat(fetched).containsOnlyKeys(BEN.userId());
    assertThat(fetched.get(BEN.userId())).containsExactly(1, 2);
    assertThat(server.asked().getFirst().headers())
        .containsEntry("accept", "application/octet-stream");
    assertThat(server.asked().getFirst().text()).isEqualTo("{\"user_ids\":[\"ben\",\"ann é/*\"]}");
  }

  @Test
  void vectorsThatWereNotAskedForAreRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    VectorFile.write(Map.of(ANN.userId(), new float[] {1, 2}), bytes);
    server.answer(200, bytes.toByteArray());
    assertThatThrownBy(() -> client.vectors().fetch(List.of(BEN.userId())))
        .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
        .hasMessageContaining("1 vectors that were not asked for")
        .hasMessageNotContaining("ann");
  }

  @Test
  void similarSeekersAreAskedForWithoutTheirVectors() {
    server.answer(
        200, "{\"matches\":[{\"user_id\":\"c\",\"score\":0.9},{\"user_id\":\"a\",\"score\":0.8}]}");
    assertThat(client.similar().similarTo(BEN.userId(), 2))
        .containsExactly(new SeekerId("c"), new SeekerId("a"));
    var asked = server.asked().getFirst();
    assertThat(asked.uri()).hasToString("/pinecone/query-similar");
    assertThat(asked.text()).isEqualTo("{\"user_id\":\"ben\",\"top_k\":2}");
    assertThat(asked.headers()).containsKeys("content-digest", "signature");
  }

  @Test
  void nobodyIsSimilarToOneWithoutAVector() {
    server.answer(404, "{\"error\":\"user_not_found\"}").answer(404, "{\"error\":\"not_found\"}");
    assertThat(client.similar().similarTo(BEN.userId(), 2)).isEmpty();
    assertThatThrownBy(() -> client.similar().similarTo(BEN.userId(), 2))
        .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
        .hasMessageContaining("error not_found");
  }

  @Test
  void moreSimilarSeekersThanAskedForOrOneselfAreRefused() {
    server
        .answer(200, "{\"matches\":[{\"user_id\":\"c\"},{\"user_id\":\"a\"}]}")
        .answer(200, "{\"matches\":[{\"user_id\":\"ben\"}]}");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> client.similar().similarTo(BEN.userId(), 1))
          .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
          .hasMessageContaining("more than the 1 others");
    }
    assertThatThrownBy(() -> client.similar().similarTo(BEN.userId(), 1001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vectorsThatBreakOffAreAnError() {
    server.answer(200, "MMV1");
    assertThatThrownBy(() -> client.vectors().fetch(List.of(BEN.userId())))
        .isInstanceOf(UnexpectedTraitServiceAnswerException.class)
        .hasMessageContaining("a body that can't be read");
  }

  @Test
  void moreVectorsThanAPageAreRefused() {
    assertThatThrownBy(() -> client.vectors().fetch(Collections.nCopies(1001, BEN.userId())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void secretThatIsNoKeyIsNamedAndNotQuoted() {
    for (var wrong : List.of("hush", "{\"keyid\":\"k\",\"secret\":\"hush\"}", "null")) {
      assertThatThrownBy(() -> client(wrong).registry().voidMatch(ANN, CYCLE, PAIR))
          .isInstanceOf(MissingSecretException.class)
          .hasMessageStartingWith("secret mosaicmatch/batch-key must hold")
          .hasMessageNotContaining("hush")
          .hasNoCause();
    }
  }

  private MatchAnswer matched() {
    return client.registry().matched(ANN, BEN.userId(), CYCLE, PAIR);
  }

  private TraitServiceClient client(String secret) {
    return TraitServiceClient.of(
        new Environment(Map.of("MOSAIC_TRAIT_SERVICE_URL", server.uri().toString())),
        name -> secret,
        () -> Instant.parse("2026-11-22T02:00:00Z"));
  }

  private static String page(String more, String... seekers) {
    return "{" + more + "\"seekers\":[" + String.join(",", seekers) + "]}";
  }

  private static String seeker(String id, long since) {
    return "{\"user_id\":\"%s\",\"opted_in_at\":%d,\"missed_cycles\":0,\"excluded\":[\"x\"]}"
        .formatted(id, since);
  }
}
