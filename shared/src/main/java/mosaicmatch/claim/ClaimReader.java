package mosaicmatch.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads claims in batches, by consistent reads. */
final class ClaimReader {

  /** DynamoDB's limit on one batch. */
  private static final int BATCH = 100;

  private static final int MAX_ROUNDS = 8;

  private final DynamoDbClient client;
  private final String table;

  ClaimReader(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  List<Claim> find(Collection<SeekerId> seekers) {
    return seekers.stream()
        .distinct()
        .map(ClaimStatements::key)
        .gather(Gatherers.windowFixed(BATCH))
        .flatMap(keys -> batch(keys).stream())
        .map(ClaimReader::claim)
        .toList();
  }

  private List<Map<String, AttributeValue>> batch(List<Map<String, AttributeValue>> keys) {
    var found = new ArrayList<Map<String, AttributeValue>>();
    var wanted = Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    for (int round = 0; round < MAX_ROUNDS; round++) {
      var request = wanted;
      var answer =
          StoreCalls.call(
              "claims table: reading", () -> client.batchGetItem(get -> get.requestItems(request)));
      found.addAll(answer.responses().getOrDefault(table, List.of()));
      if (answer.unprocessedKeys().isEmpty()) {
        return found;
      }
      wanted = answer.unprocessedKeys();
    }
    throw new StoreUnavailableException("claims table: reads are throttled");
  }

  private static Claim claim(Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    return new Claim(
        item.text("user_id", SeekerId::new),
        item.findInstant("consumed_opted_in_at").orElse(Instant.EPOCH),
        item.flag("live"),
        item.findText("cycle_id", CycleId::new),
        item.findText("pair_key", PairKey::new));
  }
}
