package mosaicmatch.lock;

import java.time.Instant;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Statement;
import mosaicmatch.cycle.Cycle;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the lock's updates write, and on which conditions. */
final class LockStatements {

  private static final String FREE = "(attribute_not_exists(#owner) OR #lease_until < :expired)";
  private static final String TAKE =
      "SET #owner = :me, #redrive_count = :redrives, #lease_until = :lease_until,"
          + " #cycle_id = :cycle, #last_cycle_id = :cycle, #opened_by = :me ADD #fence :one";

  private static final String RELEASE = "SET #lease_until = :over REMOVE #owner";

  private final LockTimes times;

  LockStatements(LockTimes times) {
    this.times = times;
  }

  /**
   * Takes the lock for a cycle that is newer than the last, or that this execution has opened
   * before: an open whose answer was lost, of an execution that then failed and was redriven.
   */
  Statement open(Cycle cycle, Instant now) {
    return take(
        cycle,
        now,
        "#owner = :me OR ("
            + FREE
            + " AND (attribute_not_exists(#last_cycle_id) OR #last_cycle_id < :cycle"
            + " OR (#last_cycle_id = :cycle AND #opened_by = :me)))");
  }

  /** Takes the lock anew for the cycle that was opened last. */
  Statement takeAgain(Cycle cycle, Instant now) {
    return take(cycle, now, "#last_cycle_id = :cycle AND (#owner = :me OR " + FREE + ")");
  }

  private Statement take(Cycle cycle, Instant now, String condition) {
    return Statement.of(TAKE, condition)
        .with("me", Item.of(cycle.execution()))
        .with("redrives", Item.of(cycle.redriveCount()))
        .with("lease_until", leaseUntil(now))
        .with("cycle", Item.of(cycle.id().value()))
        .with("one", Item.of(1))
        .with("expired", Item.of(now.minus(times.clockSkew())));
  }

  /** Extends the lease of the very taking that the cycle speaks of. */
  Statement extend(Cycle cycle, Instant now) {
    return held("SET #lease_until = :lease_until", " AND #redrive_count = :redrives", cycle)
        .with("redrives", Item.of(cycle.redriveCount()))
        .with("lease_until", leaseUntil(now));
  }

  /** Extends the lease whatever the redrive count. */
  Statement renew(Cycle cycle, Instant now) {
    return held("SET #lease_until = :lease_until", "", cycle).with("lease_until", leaseUntil(now));
  }

  Statement release(Cycle cycle) {
    return released(held(RELEASE, "", cycle));
  }

  Statement releaseFor(String execution, int redriveCount, long fence) {
    return released(
        Statement.of(RELEASE, "#owner = :me AND #fence = :fence AND #redrive_count <= :redrives")
            .with("me", Item.of(execution))
            .with("fence", Item.of(fence))
            .with("redrives", Item.of(redriveCount)));
  }

  private static Statement released(Statement statement) {
    return statement.with("over", Item.of(Instant.EPOCH));
  }

  private static Statement held(String update, String andCondition, Cycle cycle) {
    return Statement.of(update, "#owner = :me AND #fence = :fence" + andCondition)
        .with("me", Item.of(cycle.execution()))
        .with("fence", Item.of(cycle.fence()));
  }

  private AttributeValue leaseUntil(Instant now) {
    return Item.of(now.plus(times.lease()));
  }
}
