package mosaicmatch.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mosaicmatch.plan.SomePairs.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.PrintedMetrics;
import mosaicmatch.lambda.SomeContext;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.record.CycleStatus;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.MissingSettingException;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationEndsWhatIsUnfinishedTest {

  private static final ReconcileLimits LIMITS = new ReconcileLimits(Duration.ofSeconds(600), 1000);

  private final CycleWorld world = new CycleWorld();

  private Reconcile reconcile() {
    return world.reconcile();
  }

  private Reconciled afterGrace() {
    world.clock.advance(LIMITS.grace());
    return reconcile().run(LIMITS, () -> true);
  }

  private AuditEntry stored(AuditEntry entry) {
    return world.trail.find(entry.cycleId(), entry.pairKey()).orElseThrow();
  }

  @Test
  void aPairThatIsNotMatchedIsGivenUpAndBothWaitAgain() {
    var entry = world.claim(world.pair("ada", "ben"));
    world.seekers.matched(entry.user1(), entry.user2().userId(), CYCLE, entry.pairKey());
    assertThat(afterGrace()).isEqualTo(new Reconciled(0, 1, 0, 0, 0, 0, 0));
    assertThat(stored(entry).status()).isEqualTo(PairStatus.ABANDONED);
    assertThat(world.seekers.status(entry.user1().userId())).isEqualTo("waiting");
    assertThat(world.seekers.status(entry.user2().userId())).isEqualTo("waiting");
    assertThat(world.rooms.rooms()).isEmpty();
  }

  @Test
  void aPairThatIsMatchedIsFinishedForward() {
    var entry = world.matched(world.pair("ada", "ben"));
    assertThat(afterGrace()).isEqualTo(new Reconciled(1, 0, 0, 0, 0, 0, 0));
    assertThat(stored(entry).status()).isEqualTo(PairStatus.COMPLETED);
    assertThat(world.rooms.rooms()).hasSize(1);
    assertThat(world.rooms.notifications(entry.user1().userId())).isEqualTo(1);
  }

  @Test
  void aPairWithItsRoomIsCompletedWithoutAnother() {
    var entry = world.matched(world.pair("ada", "ben"));
    world.trail.recordRoom(entry, new MatchRoom("group", "3.group..", true, true, true));
    afterGrace();
    assertThat(stored(entry).status()).isEqualTo(PairStatus.COMPLETED);
    assertThat(world.rooms.rooms()).isEmpty();
  }

  @Test
  void anAbandonmentThatWasInterruptedIsEnded() {
    var entry = world.trail.beginAbandoning(world.claim(world.pair("ada", "ben")), "opted_out");
    assertThat(afterGrace().abandoned()).isEqualTo(1);
    assertThat(stored(entry).lastError()).contains("opted_out");
  }

  @Test
  void aPairWhoseMemberIsGoneFails() {
    var entry = world.matched(world.pair("ada", "ben"));
    world.rooms.delete(entry.user2().userId());
    assertThat(afterGrace().failed()).isEqualTo(1);
    assertThat(stored(entry).status()).isEqualTo(PairStatus.FAILED);
    assertThat(world.rooms.isClosed(CYCLE, entry.pairKey())).isTrue();
  }

  @Test
  void aPairIsLetAloneWhileAnAttemptsLeaseRuns() {
    world.claim(world.pair("ada", "ben"));
    world.clock.advance(CycleWorld.LEASE.minusMillis(1));
    var atOnce = LIMITS.withGrace(Duration.ZERO);
    assertThat(reconcile().run(atOnce, () -> true)).isEqualTo(new Reconciled(0, 0, 0, 0, 1, 0, 44));
    world.clock.advance(Duration.ofMillis(1));
    assertThat(reconcile().run(atOnce, () -> true).abandoned()).isEqualTo(1);
  }

  @Test
  void aPairIsLetAloneForAGracePeriodAfterItsLastAttempt() {
    world.claim(world.pair("ada", "ben"));
    world.clock.advance(LIMITS.grace().minusMillis(1));
    assertThat(reconcile().run(LIMITS, () -> true))
        .isEqualTo(new Reconciled(0, 0, 0, 0, 1, 0, 599));
  }

  @Test
  void anOutageStopsThePairAndTheNextReconciliationEndsIt() {
    var entry = world.matched(world.pair("ada", "ben"));
    world.rooms.down(true);
    assertThat(afterGrace()).isEqualTo(new Reconciled(0, 0, 0, 1, 0, 0, 600));
    assertThat(stored(entry).lastError().orElseThrow()).contains("nakama is down");
    world.rooms.down(false);
    assertThat(afterGrace().completed()).isEqualTo(1);
  }

  @Test
  void onePairsTroubleKeepsNoOtherWaiting() {
    world.matched(world.pair("ada", "ben"));
    world.claim(world.pair("cleo", "dan"));
    world.rooms.down(true);
    assertThat(afterGrace()).isEqualTo(new Reconciled(0, 1, 0, 1, 0, 0, 600));
  }

  @Test
  void anOutageEndsTheReconciliationEarly() {
    IntStream.range(10, 30).forEach(n -> world.matched(world.pair("a" + n, "b" + n)));
    world.rooms.down(true);
    assertThat(afterGrace().stopped()).isEqualTo(20);
    assertThat(world.trail.incompleteEntries(100))
        .filteredOn(entry -> entry.lastError().isPresent())
        .hasSize(5);
  }

  @Test
  void noPairIsBegunWithoutTime() {
    var entry = world.matched(world.pair("ada", "ben"));
    world.clock.advance(LIMITS.grace());
    assertThat(reconcile().run(LIMITS, () -> false).stopped()).isEqualTo(1);
    assertThat(stored(entry)).isEqualTo(entry);
  }

  private ReconcileHandler handler(Map<String, String> environment) {
    return new ReconcileHandler(new Environment(environment), reconcile(), world.health());
  }

  private JsonNode call(String event) {
    return JsonCall.of(handler(Map.of("MOSAIC_METRICS", "off")), event, JsonNode.class);
  }

  @Test
  void whatItDidAndHowMatchingStandsIsMeasured() {
    world.matched(world.pair("ada", "ben"));
    world.claim(world.pair("cleo", "dan"));
    world.rooms.delete(world.matched(world.pair("eva", "fred")).user1().userId());
    world.lock.open(CYCLE, "arn:one", 0);
    world.clock.advance(Duration.ofHours(2));
    world.claim(world.pair("gil", "hal"));
    var metrics = PrintedMetrics.of(() -> JsonCall.of(handler(Map.of()), "{}"));
    assertThat(metrics.path("PairsCompleted").asInt()).isEqualTo(1);
    assertThat(metrics.path("PairsAbandoned").asInt()).isEqualTo(1);
    assertThat(metrics.path("PairsFailed").asInt()).isEqualTo(1);
    assertThat(metrics.path("PairsStopped").asInt(-1)).isZero();
    assertThat(metrics.path("MatchesRepaired").asInt(-1)).isZero();
    assertThat(metrics.path("UnfinishedPairs").asInt()).isEqualTo(1);
    assertThat(metrics.path("OldestUnfinishedAge").asInt()).isEqualTo(7200);
    assertThat(metrics.path("CyclesOverdue").asDouble()).isEqualTo(2);
    assertThat(metrics.path("LockStuckAge").asInt()).isEqualTo(6900);
    assertThat(metrics.has("LastCompletedAge")).isFalse();
  }

  @Test
  void ageOfTheLastCompletedCycleIsMeasured() {
    world.records.finish(CYCLE, CycleStatus.COMPLETE);
    world.clock.advance(Duration.ofSeconds(30));
    var metrics = PrintedMetrics.of(() -> JsonCall.of(handler(Map.of()), "{}"));
    assertThat(metrics.path("LastCompletedAge").asInt()).isEqualTo(30);
  }

  @Test
  void pairThatStoppedIsCountedAsUnfinished() {
    world.matched(world.pair("ada", "ben"));
    world.rooms.down(true);
    world.clock.advance(LIMITS.grace());
    var metrics = PrintedMetrics.of(() -> JsonCall.of(handler(Map.of()), "{}"));
    assertThat(metrics.path("PairsStopped").asInt()).isEqualTo(1);
    assertThat(metrics.path("UnfinishedPairs").asInt()).isEqualTo(1);
  }

  @Test
  void noPairIsBegunWithLessTimeThanOneTakes() throws Exception {
    var entry = world.matched(world.pair("ada", "ben"));
    world.clock.advance(LIMITS.grace());
    handler(Map.of("MOSAIC_METRICS", "off"))
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(UTF_8)),
            OutputStream.nullOutputStream(),
            new SomeContext(29_999));
    assertThat(stored(entry)).isEqualTo(entry);
  }

  @Test
  void ageIsThatOfTheOldestCycle() {
    var older = world.claim(world.pair("ada", "ben"));
    var newer =
        world.claim(
            SomePairs.pair(SomePairs.NEXT_CYCLE, SomePairs.optIn("cleo"), SomePairs.optIn("dan")));
    var now = CYCLE.time().plusSeconds(9000);
    var tally = new Tally();
    tally.letAlone(newer);
    assertThat(tally.reconciled(now, 0).oldestUnfinishedSeconds()).isEqualTo(5400);
    tally.letAlone(older);
    tally.letAlone(newer);
    assertThat(tally.reconciled(now, 0).oldestUnfinishedSeconds()).isEqualTo(9000);
  }

  @Test
  void theScheduleReconcilesWhatIsOld() {
    world.matched(world.pair("ada", "ben"));
    assertThat(call("{\"source\":\"aws.events\"}").path("let_alone").asInt()).isEqualTo(1);
    world.clock.advance(LIMITS.grace());
    assertThat(call("{\"source\":\"aws.events\"}"))
        .hasToString(
            "{\"completed\":1,\"abandoned\":0,\"failed\":0,\"stopped\":0,\"let_alone\":0,"
                + "\"repaired\":0,\"oldest_unfinished_seconds\":0}");
  }

  @Test
  void byHandTheGracePeriodMayBeCut() {
    world.matched(world.pair("ada", "ben"));
    world.clock.advance(CycleWorld.LEASE);
    assertThat(call("{\"grace_seconds\":0}").path("completed").asInt()).isEqualTo(1);
  }

  @Test
  void aRepeatedCallDoesNothingTwice() {
    var entry = world.matched(world.pair("ada", "ben"));
    world.clock.advance(LIMITS.grace());
    call("{}");
    assertThat(call("{}").path("completed").asInt()).isZero();
    assertThat(world.rooms.notifications(entry.user1().userId())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"0\"", "1.5", "null", "99999999999"})
  void aWrongGracePeriodIsRefused(String grace) {
    assertThatThrownBy(() -> call("{\"grace_seconds\":" + grace + "}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("grace_seconds");
  }

  @Test
  void functionsNameTheSettingThatIsMissingOrWrong() {
    var region = Map.of("AWS_REGION", "eu-west-1");
    assertThatThrownBy(() -> new ReconcileHandler(new AwsClients(new Environment(region))))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("MOSAIC_TRAIT_SERVICE_URL");
    assertThatThrownBy(() -> new CollectUnfinishedHandler(new AwsClients(new Environment(region))))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("MOSAIC_BUCKET");
    var good =
        Map.of(
            "AWS_REGION", "eu-west-1",
            "MOSAIC_BUCKET", "cycles",
            "MOSAIC_TRAIT_SERVICE_URL", "http://127.0.0.1:8001",
            "MOSAIC_NAKAMA_URL", "http://127.0.0.1:7350");
    assertThat(new ReconcileHandler(new AwsClients(new Environment(good)))).isNotNull();
    assertThat(new CollectUnfinishedHandler(new AwsClients(new Environment(good)))).isNotNull();
    var wrong = new java.util.HashMap<>(good);
    wrong.put("MOSAIC_RECONCILE_PAIRS", "all");
    assertThatThrownBy(() -> new ReconcileHandler(new AwsClients(new Environment(wrong))))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("MOSAIC_RECONCILE_PAIRS=1000");
  }
}
