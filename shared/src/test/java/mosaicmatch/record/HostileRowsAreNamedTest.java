package mosaicmatch.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.audit.AuditItem;
import mosaicmatch.aws.BrokenItemException;
import mosaicmatch.aws.Item;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.proof.HostileItems;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever a row of the audit or the cycle table holds: it is read, or refused by an attribute. */
@Timeout(300)
class HostileRowsAreNamedTest {

  private static final int CASES = 1_500;

  private final HostileSearch search =
      HostileSearch.named("hostile-rows", getClass()).refusingBy(BrokenItemException.class);

  private static Map<String, AttributeValue> auditRow() {
    var row = new TreeMap<String, AttributeValue>();
    row.put("cycle_id", Item.of("2026-11-22T02:00:00Z"));
    row.put("pair_key", Item.of("ada#ben"));
    row.put("user1_id", Item.of("ada"));
    row.put("user1_opted_in_at", Item.of(1_795_312_800_000L));
    row.put("user2_id", Item.of("ben"));
    row.put("user2_opted_in_at", Item.of(1_795_312_800_001L));
    row.put("score", Item.of(0.75));
    row.put("status", Item.of("pending"));
    row.put("pinecone_metadata_updated", Item.of(true));
    row.put("attempt", Item.of(2));
    row.put("attempt_lease_until", Item.of(1_795_312_800_000L));
    row.put("last_attempt_timestamp", Item.of("2026-11-22T02:00:05Z"));
    row.put("last_error", Item.of("gone"));
    return row;
  }

  private static Map<String, AttributeValue> cycleRow() {
    var row = new TreeMap<String, AttributeValue>();
    row.put("cycle_id", Item.of("2026-11-22T02:00:00Z"));
    row.put("execution", Item.of("arn:aws:states:us-east-1:000000000000:execution:x:y"));
    row.put("status", Item.of("complete"));
    row.put("started_at", Item.of(1_795_312_800_000L));
    row.put("counts", AttributeValue.fromM(Map.of("pairs", Item.of(3))));
    row.put(
        "steps",
        AttributeValue.fromM(
            Map.of("open", CycleItem.timing(new StepTiming(Instant.EPOCH, Instant.EPOCH)))));
    row.put("plan_key", Item.of("cycles/x/plan.json"));
    row.put("pairs_key", Item.of("cycles/x/pairs.jsonl"));
    row.put("unmatched_key", Item.of("cycles/x/unmatched.jsonl"));
    row.put("pairs", Item.of(3));
    row.put("unmatched", Item.of(1));
    row.put("left_out", Item.of(0));
    row.put("algorithm", Item.of("priority-greedy/1"));
    row.put("settings", CycleItem.texts(Map.of("threshold", "0.35")));
    return row;
  }

  @Test
  void everyRowIsReadOrRefusedByTheNameOfItsAttribute() {
    assertThat(AuditItem.entry(auditRow()).pairKey()).isEqualTo(new PairKey("ada#ben"));
    assertThat(CycleItem.of(cycleRow()).cycleId()).isEqualTo(new CycleId("2026-11-22T02:00:00Z"));
    search.search(
        "audit",
        CASES,
        random -> HostileItems.of(auditRow(), random),
        row -> assertThat(AuditItem.entry(row.attributes()).status()).isNotNull());
    search.search(
        "cycles",
        CASES,
        random -> HostileItems.of(cycleRow(), random),
        row -> assertThat(CycleItem.of(row.attributes()).status()).isNotNull());
    search.notices(
        "a reader that takes ids as they are",
        CASES,
        random -> HostileItems.of(auditRow(), random),
        row -> assertThat(new PairKey(row.attributes().get("pair_key").s())).isNotNull());
    search.end();
  }
}
