package mosaicmatch.reconcile;

import static mosaicmatch.plan.SomePairs.CYCLE;
import static mosaicmatch.plan.SomePairs.NEXT_CYCLE;
import static mosaicmatch.plan.SomePairs.OPTED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.RetryItem;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.plan.UnmatchedBatch;
import mosaicmatch.pool.OptIn;
import mosaicmatch.record.StepLog;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryListHoldsWhatIsUnfinishedTest {

  private static final Environment QUIET = new Environment(Map.of("MOSAIC_METRICS", "off"));

  private final CycleWorld world = new CycleWorld();
  private final InMemoryCycleLock lock =
      new InMemoryCycleLock(world.clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());

  private List<RetryItem> collect(Plan plan) {
    return collect(plan, Optional.empty());
  }

  private List<RetryItem> collect(Plan plan, Optional<MapManifest> results) {
    var list = collecting().collect(CYCLE, plan, results);
    try (var items = world.store.retry(list.key())) {
      var read = items.toList();
      assertThat(list.items()).isEqualTo(read.size());
      return read;
    }
  }

  private CollectUnfinished collecting() {
    return new CollectUnfinished(world.trail, world.claims, world.store);
  }

  private static UnmatchedBatch batch(OptIn... seekers) {
    return new UnmatchedBatch(CYCLE, List.of(seekers));
  }

  @Test
  void aCycleThatWentWellLeavesNothing() {
    var pair = world.pair("ada", "ben");
    world.process(pair);
    assertThat(collect(world.plan(pair))).isEmpty();
  }

  @Test
  void pairsThatWereNeverClaimedAreInTheList() {
    var pair = world.pair("ada", "ben");
    assertThat(collect(world.plan(pair))).containsExactly(pair);
  }

  @Test
  void pairsThatAreUnderWayAreInTheListInTheOrderOfThePlan() {
    var matched = world.pair("yan", "zoe");
    var done = world.pair("cleo", "dan");
    var begun = world.pair("ada", "ben");
    world.matched(matched);
    world.process(done);
    world.claim(begun);
    assertThat(collect(world.plan(matched, done, begun))).containsExactly(matched, begun);
  }

  @Test
  void membersOfAnAbandonedPairMissTheCycleToo() {
    var pair = world.pair("ada", "ben");
    world.abandoned(pair);
    assertThat(collect(world.plan(pair))).containsExactly(batch(pair.user1(), pair.user2()));
  }

  @Test
  void onlyTheFreeMemberOfASupersededPairMissesTheCycle() {
    world.claim(SomePairs.pair(NEXT_CYCLE, world.pair("ada", "x").user1(), optIn("eva")));
    var late = world.pair("ada", "ben");
    world.process(late);
    assertThat(collect(world.plan(late))).containsExactly(batch(optIn("ben")));
  }

  @Test
  void theOtherOfAFailedPairMissesTheCycle() {
    var pair = world.pair("ada", "ben");
    world.rooms.delete(pair.user2().userId());
    world.process(pair);
    assertThat(collect(world.plan(pair))).containsExactly(batch(pair.user1()));
  }

  @Test
  void manyLeftUnmatchedAreBatched() {
    var pairs =
        IntStream.range(100, 175)
            .mapToObj(n -> world.pair("a" + n, "b" + n))
            .toArray(PlannedPair[]::new);
    for (var pair : pairs) {
      world.abandoned(pair);
    }
    assertThat(collect(world.plan(pairs)))
        .extracting(item -> ((UnmatchedBatch) item).seekers().size())
        .containsExactly(100, 50);
  }

  @Test
  void failedBatchesOfUnmatchedSeekersAreInTheList() {
    world.store.put("manifest.json", "{\"ResultFiles\":{\"FAILED\":[{\"Key\":\"failed.json\"}]}}");
    world.store.put(
        "failed.json",
        "[{\"Input\":\"{\\\"Items\\\":[{\\\"user_id\\\":\\\"gil\\\",\\\"opted_in_at\\\":"
            + OPTED_IN.toEpochMilli()
            + "}]}\"}]");
    assertThat(collect(world.plan(), Optional.of(new MapManifest("manifest.json"))))
        .containsExactly(batch(optIn("gil")));
  }

  private static OptIn optIn(String id) {
    return SomePairs.optIn(id);
  }

  private JsonNode call(Plan plan, String more) throws Exception {
    var handler =
        new CollectUnfinishedHandler(
            QUIET,
            answers,
            new LockKeeper(lock),
            new StepLog(world.records, world.clock),
            collecting());
    var json = Json.mapper();
    return JsonCall.of(
        handler,
        "{\"cycle\":%s,\"plan\":%s%s}"
            .formatted(json.writeValueAsString(world.cycle), json.writeValueAsString(plan), more),
        JsonNode.class);
  }

  @Test
  void theStepAnswersWithTheListAndRecordsItsCounts() throws Exception {
    lock.open(CYCLE, world.cycle.execution(), 0);
    world.clock.advance(Duration.ofSeconds(200));
    var answer = call(world.plan(world.pair("ada", "ben")), "");
    assertThat(answer.at("/cycle/id").asText()).isEqualTo(CYCLE.value());
    assertThat(answer.at("/retry/items").asInt()).isEqualTo(1);
    assertThat(answer.at("/retry/pairs").asInt()).isEqualTo(1);
    assertThat(answer.at("/retry/unmatched_batches").asInt()).isZero();
    assertThat(world.records.find(CYCLE).orElseThrow().counts())
        .isEqualTo(Map.of("unfinished_pairs", 1L, "unfinished_batches", 0L));
    assertThat(lock.state().orElseThrow().leaseUntil())
        .isEqualTo(world.clock.instant().plusSeconds(300));
  }

  @Test
  void aRepeatedCallGetsTheStoredAnswer() throws Exception {
    var pair = world.pair("ada", "ben");
    var plan = world.plan(pair);
    var first = call(plan, "");
    world.process(pair);
    assertThat(call(plan, "")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"manifest.json\"", "{\"Bucket\":\"b\",\"Key\":\"manifest.json\"}"})
  void theManifestIsNamedByItsKeyOrItsDetails(String details) throws Exception {
    world.store.put("manifest.json", "{\"ResultFiles\":{}}");
    var answer = call(world.plan(), ",\"unmatched_results\":" + details);
    assertThat(answer.at("/retry/items").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"7", "{}", "[]", "''"})
  void anotherManifestIsRefused(String details) {
    assertThatThrownBy(
            () ->
                call(
                    world.plan(),
                    ",\"unmatched_results\":" + (details.isEmpty() ? "\"\"" : details)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("unmatched_results");
  }
}
