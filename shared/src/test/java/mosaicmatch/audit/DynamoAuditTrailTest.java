package mosaicmatch.audit;

import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;

import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.ClaimsAndTrail;
import org.junit.jupiter.api.Test;

class DynamoAuditTrailTest extends AuditTrailContract {

  private final TableNames tables = LocalDynamo.freshTables();

  @Override
  protected ClaimsAndTrail open() {
    return ClaimsAndTrail.inDynamo(tables, clock);
  }

  @Test
  void theTableHasTheAttributesOfTheDesign() {
    var matched = trail.recordMatched(claims.claim(pair("ada", "ben"), LEASE));
    claims.complete(trail.recordRoom(matched, ROOM));
    var item =
        LocalDynamo.client()
            .getItem(
                get ->
                    get.tableName(tables.audit())
                        .key(AuditItem.key(matched.cycleId(), matched.pairKey())))
            .item();
    assertThat(item)
        .containsOnlyKeys(
            "cycle_id",
            "pair_key",
            "user1_id",
            "user1_opted_in_at",
            "user2_id",
            "user2_opted_in_at",
            "score",
            "pinecone_metadata_updated",
            "nakama_group_created",
            "nakama_channel_id",
            "user1_notified",
            "user2_notified",
            "last_attempt_timestamp",
            "status",
            "attempt");
    assertThat(item.get("last_attempt_timestamp").s()).isEqualTo("2026-11-22T02:00:00Z");
    assertThat(item.get("status").s()).isEqualTo("completed");
    assertThat(item.get("score").n()).isEqualTo("0.8125");
  }
}
