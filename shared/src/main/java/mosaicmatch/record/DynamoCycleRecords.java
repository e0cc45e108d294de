package mosaicmatch.record;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Query;
import mosaicmatch.aws.Statement;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.Tables;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The cycle records in one DynamoDB table. */
final class DynamoCycleRecords implements CycleRecords {

  private static final int PAGE = 100;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  DynamoCycleRecords(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public CycleRecord open(Cycle cycle) {
    return write(
        cycle.id(),
        Statement.of(
                "SET #kind = :kind, #execution = :execution, #status = :running,"
                    + " #started_at = :now, #counts = :none, #steps = :none",
                "attribute_not_exists(#cycle_id)")
            .with("kind", CycleItem.kind(cycle.id().isDryRun()))
            .with("execution", Item.of(cycle.execution()))
            .with("running", Item.of(CycleStatus.RUNNING.wireName()))
            .with("now", Item.of(clock.instant()))
            .with("none", AttributeValue.fromM(Map.of())));
  }

  @Override
  public Optional<CycleRecord> find(CycleId cycle) {
    var answer =
        StoreCalls.call(
            "cycle table: reading",
            () ->
                client.getItem(
                    get -> get.tableName(table).key(CycleItem.key(cycle)).consistentRead(true)));
    return CycleItem.find(answer.item());
  }

  @Override
  public AdoptedPlan adoptPlan(CycleId cycle, AdoptedPlan proposed) {
    var plan = proposed.plan();
    var outcome =
        write(
            cycle,
            Statement.of(
                    "SET #plan_key = :key, #pairs_key = :pairs_key,"
                        + " #unmatched_key = :unmatched_key, #pairs = :pairs,"
                        + " #unmatched = :unmatched, #left_out = :left_out,"
                        + " #algorithm = :algorithm, #settings = :settings",
                    "attribute_exists(#cycle_id) AND attribute_not_exists(#plan_key)")
                .with("key", Item.of(plan.key()))
                .with("pairs_key", Item.of(plan.pairsKey()))
                .with("unmatched_key", Item.of(plan.unmatchedKey()))
                .with("pairs", Item.of(plan.pairs()))
                .with("unmatched", Item.of(plan.unmatched()))
                .with("left_out", Item.of(plan.leftOut()))
                .with("algorithm", Item.of(proposed.algorithm()))
                .with("settings", CycleItem.texts(proposed.settings())));
    var stored = outcome.plan().orElseThrow(() -> new UnknownCycleException(cycle));
    // A repeat of the call that set the plan finds its own key, which no other plan has.
    return stored.plan().key().equals(plan.key())
        ? stored
        : new AdoptedPlan(stored.plan().asAdopted(), stored.algorithm(), stored.settings());
  }

  @Override
  public void recordStep(CycleId cycle, String step, StepTiming timing, Map<String, Long> counts) {
    var statement =
        Statement.of("SET #steps.#step = :timing", "attribute_exists(#cycle_id)")
            .naming("step", step)
            .with("timing", CycleItem.timing(timing));
    int number = 0;
    for (var count : counts.entrySet()) {
      var name = "count" + number++;
      statement =
          statement
              .alsoSetting("#counts.#" + name + " = :" + name)
              .naming(name, count.getKey())
              .with(name, Item.of(count.getValue()));
    }
    write(cycle, statement);
  }

  @Override
  public CycleRecord finish(CycleId cycle, CycleStatus status) {
    return write(
        cycle,
        Statement.of(
                "SET #status = :status, #finished_at = :now",
                "attribute_exists(#cycle_id) AND #status <> :complete")
            .with("status", Item.of(status.wireName()))
            .with("now", Item.of(clock.instant()))
            .with("complete", Item.of(CycleStatus.COMPLETE.wireName())));
  }

  @Override
  public List<CycleRecord> latest(boolean dryRuns, int limit) {
    return newestFirst(dryRuns, limit).limit(limit).toList();
  }

  @Override
  public Stream<CycleRecord> all(boolean dryRuns) {
    return newestFirst(dryRuns, PAGE);
  }

  private Stream<CycleRecord> newestFirst(boolean dryRuns, int page) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.KIND_INDEX)
            .keyConditionExpression("kind = :kind")
            .expressionAttributeValues(Map.of(":kind", CycleItem.kind(dryRuns)))
            .scanIndexForward(false)
            .limit(page)
            .build();
    return Query.items(client, request).map(CycleItem::of);
  }

  /** Writes if the condition holds; answers the record as it is stored afterwards either way. */
  private CycleRecord write(CycleId cycle, Statement statement) {
    var request = statement.request(table, CycleItem.key(cycle));
    try {
      var answer = StoreCalls.call("cycle table: writing", () -> client.updateItem(request));
      return CycleItem.of(answer.attributes());
    } catch (ConditionalCheckFailedException e) {
      return CycleItem.find(e.item()).orElseThrow(() -> new UnknownCycleException(cycle));
    }
  }
}
