package mosaicmatch.lock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.aws.Item;
import mosaicmatch.cycle.CycleId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lock as the lock table holds it, one row. */
final class LockItem {

  static final Map<String, AttributeValue> KEY = Map.of("lock_name", Item.of("cycle"));

  private LockItem() {}

  static LockState state(Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    return new LockState(
        item.findText("owner"),
        item.smallNumber("redrive_count"),
        item.number("fence"),
        item.findInstant("lease_until").orElse(Instant.EPOCH),
        item.findText("last_cycle_id", CycleId::new));
  }

  static Optional<LockState> find(Map<String, AttributeValue> attributes) {
    return attributes.isEmpty() ? Optional.empty() : Optional.of(state(attributes));
  }
}
