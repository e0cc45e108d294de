package mosaicmatch.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import mosaicmatch.aws.BrokenItemException;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Statement;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An audit entry as the audit table holds it. */
public final class AuditItem {

  /** What {@code unfinished} holds while the sparse index shall list the entry. */
  public static final AttributeValue UNFINISHED = Item.of("yes");

  /** The part of a SET clause that says which pair it is, of which opt-ins, at which time. */
  public static final String IDENTITY =
      "#user1_id = :user1, #user1_opted_in_at = :opted_in1,"
          + " #user2_id = :user2, #user2_opted_in_at = :opted_in2,"
          + " #score = :score, #last_attempt_timestamp = :now";

  private AuditItem() {}

  /** A statement with the values that {@link #IDENTITY} sets. */
  public static Statement identified(Statement statement, PlannedPair pair, Instant now) {
    return statement
        .with("user1", Item.of(pair.user1().userId().value()))
        .with("opted_in1", Item.of(pair.user1().optedInAt()))
        .with("user2", Item.of(pair.user2().userId().value()))
        .with("opted_in2", Item.of(pair.user2().optedInAt()))
        .with("score", Item.of(pair.score()))
        .with("now", timestamp(now));
  }

  /** The table's key. */
  public static Map<String, AttributeValue> key(CycleId cycle, PairKey pair) {
    return Map.of("cycle_id", Item.of(cycle.value()), "pair_key", Item.of(pair.value()));
  }

  /** The instant of an attempt as the table holds it: ISO 8601, to the millisecond. */
  public static AttributeValue timestamp(Instant instant) {
    return Item.of(instant.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** A status as the table holds it. */
  public static AttributeValue status(PairStatus status) {
    return Item.of(status.wireName());
  }

  /**
   * Reads an entry.
   *
   * @throws BrokenItemException if an attribute is missing or wrong
   */
  public static AuditEntry entry(Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    return new AuditEntry(
        new CycleId(item.text("cycle_id")),
        new PairKey(item.text("pair_key")),
        member(item, "user1"),
        member(item, "user2"),
        item.decimal("score"),
        status(item.text("status")),
        item.flag("pinecone_metadata_updated"),
        item.findText("nakama_channel_id"),
        item.flag("user1_notified"),
        item.flag("user2_notified"),
        item.flag("user1_gone"),
        item.flag("user2_gone"),
        item.smallNumber("attempt"),
        item.findInstant("attempt_lease_until").orElse(Instant.EPOCH),
        instant(item.text("last_attempt_timestamp")),
        item.findText("last_error"));
  }

  private static OptIn member(Item item, String user) {
    return new OptIn(new SeekerId(item.text(user + "_id")), item.instant(user + "_opted_in_at"));
  }

  private static PairStatus status(String text) {
    return Stream.of(PairStatus.values())
        .filter(status -> status.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenItemException("status"));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BrokenItemException("last_attempt_timestamp", e);
    }
  }
}
