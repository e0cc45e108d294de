package aslengine.map;

import aslengine.journal.Journal;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The items of a map run: kept in the journal, a part of them in memory at a time. */
public final class ItemList {
  private static final int ITEMS_PER_PART = 500;
  private static final int BYTES_PER_PART = 1 << 20;

  private final Journal journal;

  /** Where each part is in the journal, by its first item. */
  private final TreeMap<Integer, Long> parts = new TreeMap<>();

  private ArrayNode unwritten = Json.array();
  private int unwrittenBytes;
  private int size;

  private int loadedFrom = -1;
  private JsonNode loaded = Json.array();

  /** An empty list that keeps its items in {@code journal}. */
  public ItemList(Journal journal) {
    this.journal = journal;
  }

  /** Adds an item; {@link #finish} must follow the last one. */
  public void add(JsonNode item) {
    unwritten.add(item);
    unwrittenBytes += Json.bytes(item).length;
    size++;
    if (unwritten.size() == ITEMS_PER_PART || unwrittenBytes > BYTES_PER_PART) {
      finish();
    }
  }

  /** Writes down what is not written yet. */
  public void finish() {
    if (!unwritten.isEmpty()) {
      ObjectNode record = Json.object().put("k", "i");
      record.set("items", unwritten);
      parts.put(size - unwritten.size(), journal.append(Json.bytes(record)));
      unwritten = Json.array();
      unwrittenBytes = 0;
    }
  }

  /** How many items there are. */
  public int size() {
    return size;
  }

  /** An item, read from the journal when another part is in memory. */
  public JsonNode get(int index) {
    Map.Entry<Integer, Long> part = parts.floorEntry(index);
    if (part.getKey() != loadedFrom) {
      loaded = Json.own(journal.read(part.getValue())).path("items");
      loadedFrom = part.getKey();
    }
    return loaded.path(index - loadedFrom);
  }

  /** What is needed to find the items again. */
  public JsonNode toJson() {
    ObjectNode json = Json.object().put("size", size);
    ArrayNode array = json.putArray("parts");
    parts.forEach((from, position) -> array.addArray().add(from).add(position));
    return json;
  }

  /** The list that {@link #toJson} described. */
  public static ItemList fromJson(JsonNode json, Journal journal) {
    ItemList list = new ItemList(journal);
    list.size = json.path("size").asInt();
    json.path("parts").forEach(p -> list.parts.put(p.path(0).asInt(), p.path(1).asLong()));
    return list;
  }
}
