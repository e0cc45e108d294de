package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.PrintedMetrics;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.record.StepTiming;
import mosaicmatch.report.CycleReports;
import mosaicmatch.report.ReportedRun;
import mosaicmatch.report.ReportedStep;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndedCycleHasItsReportTest {

  private static final String ARN = "arn:aws:states:eu-west-1:123456789012:execution:cycle:run";
  private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  private final HandDrivenClock clock = new HandDrivenClock();
  private final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  private final InMemoryPlanStore store = new InMemoryPlanStore();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
  private final InMemoryClaims claims = new InMemoryClaims(trail, clock);
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());

  private static Seeker seeker(String id, int missed) {
    return new Seeker(new SeekerId(id), SomePairs.OPTED_IN, missed, 0.5, Set.of());
  }

  private void planned(CycleId id) {
    records.open(new Cycle(id, ARN, 0, 1, id.isDryRun()));
    var pool =
        store.writePool(
            id,
            List.of(
                seeker("ada", 0),
                seeker("ben", 1),
                seeker("cleo", 2),
                seeker("dan", 0),
                seeker("dan", 1)));
    var draft =
        new PlanDraft(
            id,
            pool,
            START,
            "priority-greedy/1",
            Map.of("threshold", "0.35"),
            Map.of("unmatched_odd_one_out", 1L, "unmatched_duplicate_id", 1L),
            Map.of(),
            Map.of(
                new SeekerId("ada"), new float[] {1, 0}, new SeekerId("ben"), new float[] {1, 1}),
            List.of(SomePairs.pair(id, SomePairs.optIn("ada"), SomePairs.optIn("ben"))),
            List.of(
                new UnmatchedSeeker(
                    id,
                    new SeekerId("cleo"),
                    SomePairs.OPTED_IN,
                    UnmatchedReason.ODD_ONE_OUT,
                    Optional.empty()),
                new UnmatchedSeeker(
                    id,
                    new SeekerId("dan"),
                    SomePairs.OPTED_IN,
                    UnmatchedReason.DUPLICATE_ID,
                    Optional.empty())));
    records.recordStep(
        id,
        "fetch-pool",
        new StepTiming(START, START),
        Map.of("seekers", 5L, "left_out_over_limit", 4L));
    records.adoptPlan(
        id, new AdoptedPlan(store.writePlan(draft), draft.algorithm(), draft.settings()));
  }

  private static ReportedRun run(String arn) {
    return new ReportedRun(
        arn,
        START,
        START.plusSeconds(90),
        List.of(new ReportedStep("ProcessPairs", START.plusSeconds(10), START.plusSeconds(70))),
        Optional.empty());
  }

  private List<String> ended(String id, String status) {
    var stores =
        new Stores(
            new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5)),
            records,
            answers);
    var writing =
        new WriteReport(
            records,
            store,
            new CycleReports(store, trail, _ -> Optional.empty()),
            EndedCycleHasItsReportTest::run);
    var handler = new WriteReportHandler(new Environment(Map.of()), stores, writing);
    var event =
        """
        {"version":"0","id":"%s","detail-type":"Step Functions Execution Status Change",
         "source":"aws.states","detail":{"executionArn":"%s","status":"%s"}}
        """
            .formatted(id, ARN, status);
    return Json.mapper()
        .convertValue(
            JsonCall.of(handler, event, JsonNode.class).path("keys"),
            new TypeReference<List<String>>() {});
  }

  private JsonNode document(CycleId id) throws IOException {
    return Json.mapper().readTree(store.contents("cycles/" + id + "/report/report.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"})
  void aReportIsWrittenHoweverTheExecutionEnded(String status) throws Exception {
    planned(SomePairs.CYCLE);
    assertThat(ended("e-" + status, status))
        .containsExactly(
            "cycles/2026-11-22T02:00:00Z/report/report.json",
            "cycles/2026-11-22T02:00:00Z/report/report.html");
    var document = document(SomePairs.CYCLE);
    assertThat(document.at("/summary/pool").asInt()).isEqualTo(5);
    assertThat(document.at("/pairs/0/pair_key").asText()).isEqualTo("ada#ben");
    assertThat(document.at("/pairs/0/score").asDouble()).isEqualTo(0.8125);
    assertThat(document.at("/pairs/0/outcome").asText()).isEqualTo("unfinished");
    assertThat(document.at("/pairs/0/user2/missed_cycles").asInt()).isEqualTo(1);
    assertThat(document.at("/unmatched/0/user/user_id").asText()).isEqualTo("cleo");
    assertThat(document.at("/steps/0/name").asText()).isEqualTo("ProcessPairs");
    assertThat(store.contents("cycles/2026-11-22T02:00:00Z/report/report.html"))
        .asString(StandardCharsets.UTF_8)
        .contains("ada", "ben", "cleo")
        .doesNotContain("no longer kept", "telling word");
  }

  @Test
  void whoeverCouldNotTakePartIsListedAndCountedByReason() throws Exception {
    planned(SomePairs.CYCLE);
    ended("e", "SUCCEEDED");
    var document = document(SomePairs.CYCLE);
    assertThat(document.at("/unmatched/1/user/user_id").asText()).isEqualTo("dan");
    assertThat(document.at("/unmatched/1/reason").asText()).isEqualTo("duplicate_id");
    assertThat(document.at("/left_out"))
        .isEqualTo(Json.mapper().readTree("{\"over_limit\":4,\"duplicate_id\":1}"));
    assertThat(store.contents("cycles/2026-11-22T02:00:00Z/report/report.html"))
        .asString(StandardCharsets.UTF_8)
        .contains("The pool named them more than once.", "left out: duplicate id");
  }

  @Test
  void aRedriveThatEndsReplacesTheReport() throws Exception {
    planned(SomePairs.CYCLE);
    ended("first", "FAILED");
    var pair = SomePairs.pair("ada", "ben");
    var entry = claims.claim(pair, Duration.ofSeconds(45));
    claims.abandon(trail.beginAbandoning(entry, "match refused"));
    ended("second", "SUCCEEDED");
    var told = document(SomePairs.CYCLE).at("/pairs/0");
    assertThat(told.path("outcome").asText()).isEqualTo("abandoned");
    assertThat(told.path("note").asText()).isEqualTo("match refused");
  }

  @Test
  void theFiguresOfTheCycleAreMeasured() throws Exception {
    planned(SomePairs.CYCLE);
    var metrics = PrintedMetrics.of(() -> ended("e", "SUCCEEDED"));
    assertThat(metrics.path("step").asText()).isEqualTo("write-report");
    assertThat(metrics.path("CyclesCompleted").asInt()).isEqualTo(1);
    assertThat(metrics.path("CyclesFailed").asInt()).isZero();
    assertThat(metrics.path("CycleDuration").asDouble()).isEqualTo(90);
    assertThat(metrics.path("ScoreMean").asDouble()).isEqualTo(0.8125);
    assertThat(metrics.path("ScoreP10").asDouble()).isEqualTo(0.8125);
    assertThat(metrics.path("WaitLongest").asDouble()).isEqualTo(14 * 3600);
  }

  @Test
  void aDryRunHasAReportAndNoFigures() throws Exception {
    planned(new CycleId("dry-2026-11-22T02:00:00Z"));
    var metrics = PrintedMetrics.of(() -> assertThat(ended("e", "SUCCEEDED")).hasSize(2));
    assertThat(metrics.has("CyclesCompleted")).isFalse();
    assertThat(metrics.has("ScoreMean")).isFalse();
  }

  @Test
  void anExecutionThatOpenedNoCycleHasNoReport() throws Exception {
    var skipped = PrintedMetrics.of(() -> assertThat(ended("e-1", "SUCCEEDED")).isEmpty());
    assertThat(skipped.has("CyclesCompleted")).isFalse();
    var failed = PrintedMetrics.of(() -> assertThat(ended("e-2", "FAILED")).isEmpty());
    assertThat(failed.path("CyclesFailed").asInt()).isEqualTo(1);
  }

  @Test
  void aDuplicateEventIsNotCountedTwice() throws Exception {
    planned(SomePairs.CYCLE);
    ended("e", "SUCCEEDED");
    var repeat = PrintedMetrics.of(() -> assertThat(ended("e", "SUCCEEDED")).hasSize(2));
    assertThat(repeat.has("CyclesCompleted")).isFalse();
  }

  @Test
  void anExecutionThatStillRunsIsRefused() {
    assertThatThrownBy(() -> ended("e", "RUNNING"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("detail.status");
  }
}
