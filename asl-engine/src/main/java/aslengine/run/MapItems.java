package aslengine.run;

import aslengine.definition.State;
import aslengine.json.Json;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The items of a Map: the elements of an array, or the fields of an object as key and value. */
record MapItems(JsonNode array, boolean keyed) {

  static MapItems of(State.Map map, TypedField fields, JsonNode input) throws QueryFailedException {
    JsonNode value = map.items().isPresent() ? fields.any(map.items().get(), "Items") : input;
    if (value.isArray()) {
      return new MapItems(value, false);
    }
    if (value.isObject() && map.items().isPresent()) {
      return new MapItems(pairs(value), true);
    }
    throw fields.unexpected(map.items().orElse(Json.object()), "Items", "array", value);
  }

  private static ArrayNode pairs(JsonNode object) {
    ArrayNode pairs = Json.array();
    object
        .properties()
        .forEach(
            e -> {
              ObjectNode pair = pairs.addObject().put("Key", e.getKey());
              pair.set("Value", e.getValue());
            });
    return pairs;
  }

  /** How many items may be worked on at a time; {@code most} when the state does not say. */
  static int concurrency(State.Map map, TypedField fields, int most) throws QueryFailedException {
    Optional<JsonNode> field = map.maxConcurrency();
    long said =
        field.isPresent() ? fields.integer(field.get(), "MaxConcurrency", 0, Integer.MAX_VALUE) : 0;
    return said == 0 ? most : (int) Math.min(said, most);
  }

  int size() {
    return array.size();
  }

  /** What an iteration is given unless an ItemSelector says more. */
  JsonNode get(int index) {
    return array.path(index);
  }

  /** What the context object says of an item. */
  JsonNode contextItem(int index) {
    return contextItem(index, array.path(index), keyed, Optional.empty());
  }

  static JsonNode contextItem(int index, JsonNode item, boolean keyed, Optional<String> source) {
    ObjectNode node = Json.object().put("Index", index);
    if (keyed) {
      node.put("Key", item.path("Key").asText());
    }
    node.set("Value", keyed ? item.path("Value") : item);
    source.ifPresent(s -> node.put("Source", s));
    return node;
  }

  JsonNode toJson() {
    ObjectNode json = Json.object().put("keyed", keyed);
    json.set("array", array);
    return json;
  }

  static MapItems fromJson(JsonNode json) {
    return new MapItems(json.path("array"), json.path("keyed").asBoolean());
  }
}
