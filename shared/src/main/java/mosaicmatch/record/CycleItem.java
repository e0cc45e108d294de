package mosaicmatch.record;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mosaicmatch.aws.BrokenItemException;
import mosaicmatch.aws.Item;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.Plan;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A cycle's record as the cycle table holds it. */
final class CycleItem {

  private CycleItem() {}

  static Map<String, AttributeValue> key(CycleId cycle) {
    return Map.of("cycle_id", Item.of(cycle.value()));
  }

  static AttributeValue kind(boolean dryRun) {
    return Item.of(dryRun ? "dry_run" : "cycle");
  }

  static AttributeValue timing(StepTiming timing) {
    return AttributeValue.fromM(
        Map.of(
            "started_at", Item.of(timing.startedAt()),
            "finished_at", Item.of(timing.finishedAt())));
  }

  static AttributeValue texts(Map<String, String> texts) {
    var attributes = new TreeMap<String, AttributeValue>();
    texts.forEach((name, text) -> attributes.put(name, Item.of(text)));
    return AttributeValue.fromM(attributes);
  }

  static CycleRecord of(Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    return new CycleRecord(
        item.text("cycle_id", CycleId::new),
        item.text("execution"),
        status(item.text("status")),
        item.instant("started_at"),
        item.findInstant("finished_at"),
        each(item.map("counts"), Item::number),
        each(item.map("steps"), (steps, name) -> timing(steps.map(name))),
        item.findText("plan_key").map(_ -> plan(item)));
  }

  private static StepTiming timing(Item item) {
    return new StepTiming(item.instant("started_at"), item.instant("finished_at"));
  }

  static AdoptedPlan plan(Item item) {
    return new AdoptedPlan(
        counted(item), item.text("algorithm"), each(item.map("settings"), Item::text));
  }

  private static Plan counted(Item item) {
    try {
      return new Plan(
          item.text("plan_key"),
          item.text("pairs_key"),
          item.text("unmatched_key"),
          item.smallNumber("pairs"),
          item.smallNumber("unmatched"),
          item.smallNumber("left_out"),
          false);
    } catch (IllegalArgumentException e) {
      throw new BrokenItemException("pairs, unmatched or left_out", e);
    }
  }

  private static <V> Map<String, V> each(Item map, BiFunction<Item, String, V> reader) {
    var values = new TreeMap<String, V>();
    map.attributes().keySet().forEach(name -> values.put(name, reader.apply(map, name)));
    return values;
  }

  private static CycleStatus status(String text) {
    return Stream.of(CycleStatus.values())
        .filter(status -> status.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenItemException("status"));
  }

  static Optional<CycleRecord> find(Map<String, AttributeValue> attributes) {
    return attributes.isEmpty() ? Optional.empty() : Optional.of(of(attributes));
  }
}
