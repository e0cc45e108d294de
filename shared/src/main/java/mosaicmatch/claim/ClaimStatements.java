package mosaicmatch.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mosaicmatch.audit.AuditItem;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Statement;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the transactions over an audit entry and two claims write, and on which conditions. */
final class ClaimStatements {

  private ClaimStatements() {}

  static Map<String, AttributeValue> key(SeekerId seeker) {
    return Map.of("user_id", Item.of(seeker.value()));
  }

  static Statement beginAttempt(PlannedPair pair, Instant now, Duration lease) {
    return AuditItem.identified(
            Statement.of(
                "SET "
                    + AuditItem.IDENTITY
                    + ", #status = :pending, #unfinished = :unfinished,"
                    + " #attempt_lease_until = :lease_until,"
                    + unlessSet("pinecone_metadata_updated")
                    + unlessSet("nakama_group_created")
                    + unlessSet("user1_notified")
                    + " #user2_notified = if_not_exists(#user2_notified, :no)"
                    + " ADD #attempt :one",
                "attribute_not_exists(#cycle_id) OR (#status = :pending AND"
                    + " (attribute_not_exists(#attempt_lease_until)"
                    + " OR #attempt_lease_until <= :now_ms))"),
            pair,
            now)
        .with("pending", AuditItem.status(PairStatus.PENDING))
        .with("unfinished", AuditItem.UNFINISHED)
        .with("lease_until", Item.of(now.plus(lease)))
        .with("now_ms", Item.of(now))
        .with("no", Item.of(false))
        .with("one", Item.of(1));
  }

  private static String unlessSet(String flag) {
    return " #" + flag + " = if_not_exists(#" + flag + ", :no),";
  }

  static Statement supersede(PlannedPair pair, Instant now) {
    return AuditItem.identified(
            Statement.of(
                "SET " + AuditItem.IDENTITY + ", #status = :superseded, #attempt = :none",
                "attribute_not_exists(#cycle_id)"),
            pair,
            now)
        .with("superseded", AuditItem.status(PairStatus.SUPERSEDED))
        .with("none", Item.of(0));
  }

  /** A consumed opt-in is final, and a live claim yields to nobody but its own pair and cycle. */
  static Statement hold(OptIn member, PlannedPair pair) {
    return Statement.of(
            "SET #opted_in_at = :opted_in, #cycle_id = :cycle, #pair_key = :pair, #live = :yes",
            "(attribute_not_exists(#consumed_opted_in_at) OR #consumed_opted_in_at < :opted_in)"
                + " AND (attribute_not_exists(#live) OR #live = :no"
                + " OR (#cycle_id = :cycle AND #pair_key = :pair))")
        .with("opted_in", Item.of(member.optedInAt()))
        .with("cycle", Item.of(pair.cycleId().value()))
        .with("pair", Item.of(pair.pairKey().value()))
        .with("yes", Item.of(true))
        .with("no", Item.of(false));
  }

  /** Frees a member; a consumed opt-in is newer than the last one, or it could not be claimed. */
  static Statement free(OptIn member, boolean consume, CycleId cycle, PairKey pair) {
    var freed =
        Statement.of(
                consume ? "SET #live = :no, #consumed_opted_in_at = :opted_in" : "SET #live = :no",
                "#live = :yes AND #cycle_id = :cycle AND #pair_key = :pair")
            .with("yes", Item.of(true))
            .with("no", Item.of(false))
            .with("cycle", Item.of(cycle.value()))
            .with("pair", Item.of(pair.value()));
    return consume ? freed.with("opted_in", Item.of(member.optedInAt())) : freed;
  }

  static Statement forgetPair(CycleId cycle, PairKey pair) {
    return Statement.of(
            "REMOVE #cycle_id, #pair_key",
            "#live = :no AND #cycle_id = :cycle AND #pair_key = :pair")
        .with("no", Item.of(false))
        .with("cycle", Item.of(cycle.value()))
        .with("pair", Item.of(pair.value()));
  }

  /** Ends a pair, if the condition holds; an ended entry has no lease and leaves the index. */
  static Statement end(PairStatus status, Instant now, String condition) {
    return Statement.of(
            "SET #status = :ended, #last_attempt_timestamp = :now"
                + " REMOVE #attempt_lease_until, #unfinished",
            condition)
        .with("ended", AuditItem.status(status))
        .with("now", AuditItem.timestamp(now));
  }
}
