package aslengine.run;

import aslengine.definition.Distribution.ItemBatcher;
import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import aslengine.map.ItemList;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Makes the inputs of children out of the items of a map run (developer guide, "ItemBatcher"). */
final class MapBatches {
  private static final int MOST_ITEMS = 100_000_000;

  private final Interpreter interpreter;
  private final MapRun run;
  private final Frame frame;
  private final ItemList items;

  MapBatches(Interpreter interpreter, MapRun run) {
    this.interpreter = interpreter;
    this.run = run;
    this.frame = MapRuns.frame(run);
    this.items = run.items.orElseThrow();
  }

  /** The input of the next child. */
  MapBatch next() throws QueryFailedException {
    Optional<ItemBatcher> batcher = run.distribution().batcher();
    return batcher.isPresent() ? batch(batcher.get()) : new MapBatch(item(run.nextItem), 1);
  }

  private MapBatch batch(ItemBatcher batcher) throws QueryFailedException {
    TypedField fields = interpreter.fields(frame, interpreter.scope(frame));
    long mostItems = limit(fields, batcher.maxItems(), "ItemBatcher/MaxItemsPerBatch", MOST_ITEMS);
    long mostBytes =
        limit(
            fields,
            batcher.maxInputBytes(),
            "ItemBatcher/MaxInputBytesPerBatch",
            PayloadLimit.BYTES);
    ObjectNode input = Json.object();
    if (batcher.input().isPresent()) {
      input.set("BatchInput", fields.any(batcher.input().get(), "ItemBatcher/BatchInput"));
    }
    ArrayNode batch = input.putArray("Items");
    long bytes = Json.bytes(input).length;
    while (batch.size() < mostItems && run.nextItem + batch.size() < items.size()) {
      JsonNode item = item(run.nextItem + batch.size());
      bytes += Json.bytes(item).length + (batch.isEmpty() ? 0 : 1);
      if (bytes > mostBytes && !batch.isEmpty()) {
        break;
      }
      batch.add(item);
    }
    return new MapBatch(input, batch.size());
  }

  private static long limit(
      TypedField fields, Optional<JsonNode> value, String field, int byDefault)
      throws QueryFailedException {
    return value.isPresent() ? fields.integer(value.get(), field, 1, byDefault) : byDefault;
  }

  private JsonNode item(int index) throws QueryFailedException {
    JsonNode item = items.get(index);
    if (run.state.itemSelector().isEmpty()) {
      return item;
    }
    JsonNode context = MapItems.contextItem(index, item, run.keyed, Optional.of(run.source));
    return interpreter
        .fields(
            frame, interpreter.scope(frame).withContext(() -> ContextObject.ofItem(frame, context)))
        .any(run.state.itemSelector().get(), "ItemSelector");
  }
}
