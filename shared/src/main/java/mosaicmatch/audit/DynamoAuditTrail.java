package mosaicmatch.audit;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Query;
import mosaicmatch.aws.Statement;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.Tables;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The audit trail in one DynamoDB table; every transition is one conditional update. */
final class DynamoAuditTrail implements AuditTrail {

  private static final int PAGE = 250;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  DynamoAuditTrail(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<AuditEntry> find(CycleId cycle, PairKey pair) {
    return find(AuditItem.key(cycle, pair));
  }

  private Optional<AuditEntry> find(Map<String, AttributeValue> key) {
    var answer =
        call(
            "reading an entry",
            () -> client.getItem(get -> get.tableName(table).key(key).consistentRead(true)));
    return answer.hasItem() ? Optional.of(AuditItem.entry(answer.item())) : Optional.empty();
  }

  @Override
  public AuditEntry recordMatched(AuditEntry entry) {
    return move(
        entry,
        Statement.of(
                "SET #pinecone_metadata_updated = :yes, #last_attempt_timestamp = :now",
                "#status = :pending")
            .with("yes", Item.of(true))
            .with("pending", AuditItem.status(PairStatus.PENDING)));
  }

  @Override
  public AuditEntry recordRoom(AuditEntry entry, MatchRoom room) {
    return move(
        entry,
        Statement.of(
                "SET #nakama_group_created = :yes, #nakama_channel_id = :channel,"
                    + " #user1_notified = :one, #user2_notified = :two,"
                    + " #last_attempt_timestamp = :now",
                "#status = :pending AND #pinecone_metadata_updated = :yes")
            .with("yes", Item.of(true))
            .with("channel", Item.of(room.channelId()))
            .with("one", Item.of(room.notified1()))
            .with("two", Item.of(room.notified2()))
            .with("pending", AuditItem.status(PairStatus.PENDING)));
  }

  @Override
  public AuditEntry beginAbandoning(AuditEntry entry, String reason) {
    return move(
        entry,
        Statement.of(
                "SET #status = :abandoning, #last_error = :reason, #last_attempt_timestamp = :now",
                "#status = :pending AND #pinecone_metadata_updated = :no")
            .with("abandoning", AuditItem.status(PairStatus.ABANDONING))
            .with("reason", Item.of(reason))
            .with("pending", AuditItem.status(PairStatus.PENDING))
            .with("no", Item.of(false)));
  }

  @Override
  public AuditEntry beginFailing(AuditEntry entry, Set<SeekerId> gone, String reason) {
    return move(
        entry,
        Statement.of(
                "SET #status = :failing, #user1_gone = :gone1, #user2_gone = :gone2,"
                    + " #last_error = :reason, #last_attempt_timestamp = :now",
                "#status = :pending AND #pinecone_metadata_updated = :yes"
                    + " AND (attribute_not_exists(#nakama_channel_id)"
                    + " OR #user1_notified = :no OR #user2_notified = :no)")
            .with("failing", AuditItem.status(PairStatus.FAILING))
            .with("gone1", Item.of(gone.contains(entry.user1().userId())))
            .with("gone2", Item.of(gone.contains(entry.user2().userId())))
            .with("reason", Item.of(reason))
            .with("pending", AuditItem.status(PairStatus.PENDING))
            .with("yes", Item.of(true))
            .with("no", Item.of(false)));
  }

  @Override
  public AuditEntry recordFailedAttempt(AuditEntry entry, String error) {
    return move(
        entry,
        Statement.of(
                "SET #last_error = :error, #last_attempt_timestamp = :now"
                    + " REMOVE #attempt_lease_until",
                "#status = :pending AND #attempt = :attempt")
            .with("error", Item.of(error))
            .with("pending", AuditItem.status(PairStatus.PENDING))
            .with("attempt", Item.of(entry.attempt())));
  }

  @Override
  public AuditEntry recordUndone(AuditEntry entry) {
    return move(
        entry,
        Statement.of(
                "SET #status = :undone, #last_attempt_timestamp = :now", "#status = :completed")
            .with("undone", AuditItem.status(PairStatus.UNDONE))
            .with("completed", AuditItem.status(PairStatus.COMPLETED)));
  }

  @Override
  public AuditEntry forestall(PlannedPair pair) {
    var statement =
        Statement.of(
                "SET " + AuditItem.IDENTITY + ", #status = :undone, #attempt = :none",
                "attribute_not_exists(#cycle_id)")
            .with("undone", AuditItem.status(PairStatus.UNDONE))
            .with("none", Item.of(0));
    return write(
        pair.cycleId(), pair.pairKey(), AuditItem.identified(statement, pair, clock.instant()));
  }

  @Override
  public boolean forget(CycleId cycle, PairKey pair) {
    var request =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(AuditItem.key(cycle, pair))
            .conditionExpression("attribute_exists(cycle_id) AND attribute_not_exists(unfinished)")
            .build();
    try {
      call("deleting an entry", () -> client.deleteItem(request));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private AuditEntry move(AuditEntry entry, Statement statement) {
    return write(
        entry.cycleId(),
        entry.pairKey(),
        statement.with("now", AuditItem.timestamp(clock.instant())));
  }

  private AuditEntry write(CycleId cycle, PairKey pair, Statement statement) {
    var request = statement.request(table, AuditItem.key(cycle, pair));
    try {
      return AuditItem.entry(
          call("moving an entry on", () -> client.updateItem(request)).attributes());
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem()) {
        throw new UnknownEntryException(cycle, pair);
      }
      return AuditItem.entry(e.item());
    }
  }

  @Override
  public List<AuditEntry> entriesOf(CycleId cycle) {
    return entries(
        ofCycle()
            .limit(PAGE)
            .expressionAttributeValues(Map.of(":cycle", Item.of(cycle.value())))
            .build());
  }

  /** The filter spares the way, not the reading: ids are found in a key's second half, too. */
  @Override
  public List<AuditEntry> entriesOf(CycleId cycle, SeekerId member) {
    return entries(
        ofCycle()
            .filterExpression("user1_id = :member OR user2_id = :member")
            .expressionAttributeValues(
                Map.of(":cycle", Item.of(cycle.value()), ":member", Item.of(member.value())))
            .build());
  }

  private QueryRequest.Builder ofCycle() {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("cycle_id = :cycle");
  }

  private List<AuditEntry> entries(QueryRequest request) {
    return query(request)
        .map(AuditItem::entry)
        .sorted(Comparator.comparing(entry -> entry.pairKey().value()))
        .toList();
  }

  /** The index says which; the table says how they stand, so that none is listed that has ended. */
  @Override
  public List<AuditEntry> incompleteEntries(int limit) {
    return query(
            QueryRequest.builder()
                .tableName(table)
                .indexName(Tables.UNFINISHED_INDEX)
                .limit(PAGE)
                .keyConditionExpression("unfinished = :yes")
                .expressionAttributeValues(Map.of(":yes", AuditItem.UNFINISHED))
                .build())
        .map(item -> Map.of("cycle_id", item.get("cycle_id"), "pair_key", item.get("pair_key")))
        .flatMap(key -> find(key).stream())
        .filter(entry -> !entry.status().isTerminal())
        .limit(limit)
        .toList();
  }

  private Stream<Map<String, AttributeValue>> query(QueryRequest request) {
    return Query.items(client, request);
  }

  private static <T> T call(String what, Supplier<T> call) {
    return StoreCalls.call("audit table: " + what, call);
  }
}
