package mosaicmatch.traitservice.registry;

import static mosaicmatch.aws.StoreCalls.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Who waits: by the sparse index, a shard after the other, never by a scan. */
final class WaitingQueries {

  private static final int BATCH = 100;
  private static final int MAX_ROUNDS = 10;

  private final DynamoDbClient client;
  private final String table;

  WaitingQueries(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  SeekerPage page(int limit, PageCursor start, long metSince) {
    List<SeekerPage.Waiting> page = new ArrayList<>();
    PageCursor at = start;
    while (at.shard() < Shards.COUNT && page.size() < limit) {
      QueryResponse found = query(at, limit - page.size());
      found.items().forEach(item -> page.add(waiting(SeekerItem.read(item), metSince)));
      at = found.lastEvaluatedKey().isEmpty() ? at.nextShard() : after(at, found);
    }
    Optional<String> next = at.shard() < Shards.COUNT ? Optional.of(at.text()) : Optional.empty();
    return new SeekerPage(page, next);
  }

  private QueryResponse query(PageCursor at, int limit) {
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(SeekerTable.WAITING_INDEX)
            .keyConditionExpression("waiting_shard = :shard")
            .expressionAttributeValues(Map.of(":shard", shard(at)))
            .limit(limit);
    at.after()
        .ifPresent(
            last ->
                request.exclusiveStartKey(
                    Map.of(
                        SeekerTable.USER_ID, SeekerItem.text(last.id().value()),
                        SeekerTable.WAITING_SHARD, shard(at),
                        SeekerTable.OPTED_IN_AT, SeekerItem.number(last.optedInAt()))));
    return call("seeker table: querying", () -> client.query(request.build()));
  }

  private static AttributeValue shard(PageCursor at) {
    return SeekerItem.text(Shards.name(at.shard()));
  }

  private static PageCursor after(PageCursor at, QueryResponse found) {
    Seeker last = SeekerItem.read(found.lastEvaluatedKey());
    return at.after(last.optedInAt(), last.id());
  }

  private static SeekerPage.Waiting waiting(Seeker row, long metSince) {
    return new SeekerPage.Waiting(
        row.id(), row.optedInAt(), row.missedCycles(), row.excludedSince(metSince));
  }

  Set<SeekerId> waitingAmong(Collection<SeekerId> ids) {
    Set<SeekerId> waiting = new HashSet<>();
    ids.stream()
        .distinct()
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(batch -> addWaiting(batch, waiting));
    return waiting;
  }

  private void addWaiting(List<SeekerId> batch, Set<SeekerId> waiting) {
    Map<String, KeysAndAttributes> wanted = Map.of(table, keys(batch));
    for (int round = 0; !wanted.isEmpty(); round++) {
      if (round == MAX_ROUNDS) {
        throw new StoreUnavailableException("DynamoDB gave a batch only in part");
      }
      Map<String, KeysAndAttributes> asked = wanted;
      BatchGetItemResponse found =
          call(
              "seeker table: reading",
              () -> client.batchGetItem(BatchGetItemRequest.builder().requestItems(asked).build()));
      found.responses().getOrDefault(table, List.of()).stream()
          .map(SeekerItem::read)
          .filter(row -> row.status() == SeekerStatus.WAITING)
          .forEach(row -> waiting.add(row.id()));
      wanted = found.unprocessedKeys();
    }
  }

  private static KeysAndAttributes keys(List<SeekerId> ids) {
    return KeysAndAttributes.builder()
        .keys(
            ids.stream()
                .map(id -> Map.of(SeekerTable.USER_ID, SeekerItem.text(id.value())))
                .toList())
        .projectionExpression("user_id, #status")
        .expressionAttributeNames(Map.of("#status", SeekerTable.STATUS))
        .build();
  }
}
