package mosaicmatch.local.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.pool.SeekerId;

/**
 * Takes a person out of JSON. An object that names them in a field for ids is about them and goes,
 * and with it the object around it, up to the next list, which goes on without it. Anywhere else
 * their id is put out of sight. What a field is decides, not its value alone: a person may be
 * called {@code pair}. JSON within texts, as Step Functions keeps inputs and outputs, is treated
 * alike.
 */
final class JsonScrubber {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> IDS =
      Set.of(
          "user_id", "user1", "user2", "user1_id", "user2_id", "partner_id", "pair_key", "batch");
  private static final Set<String> OUR_OWN_WORDS =
      Set.of("kind", "status", "reason", "strategy", "algorithm", "state", "outcome", "metric");
  private static final Set<String> RUNNING_TEXT =
      Set.of("Cause", "Error", "cause", "error", "errorMessage", "last_error", "message", "note");

  /** Lists of a batch: nothing is left of the batch when nobody is left in them. */
  private static final Set<String> BATCHES = Set.of("Items", "seekers");

  private final SeekerId person;
  private final TextScrubber texts;

  JsonScrubber(SeekerId person) {
    this.person = person;
    this.texts = new TextScrubber(person);
  }

  /** What is left of a line or an element; empty if it is about the person. */
  Optional<JsonNode> scrub(JsonNode value) {
    return scrub("", value);
  }

  /** What is left of a whole document, which is about more than one person. */
  JsonNode scrubDocument(JsonNode document) {
    if (!(document instanceof ObjectNode object)) {
      return scrub(document).orElseGet(JsonNodeFactory.instance::nullNode);
    }
    var left = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      scrub(field.getKey(), field.getValue()).ifPresent(value -> left.set(field.getKey(), value));
    }
    return left;
  }

  private Optional<JsonNode> scrub(String field, JsonNode value) {
    return switch (value) {
      case TextNode text -> scrub(field, text);
      case ArrayNode list -> Optional.of(scrub(field, list));
      case ObjectNode object -> scrub(object);
      default -> Optional.of(value);
    };
  }

  private Optional<JsonNode> scrub(String field, TextNode text) {
    var value = text.textValue();
    if (OUR_OWN_WORDS.contains(field)) {
      return Optional.of(text);
    }
    if (texts.isName(value)) {
      return IDS.contains(field) ? Optional.empty() : Optional.of(TextScrubber.nobody());
    }
    var inner = parsed(value);
    if (inner.isPresent()) {
      return scrub(inner.get()).map(left -> left.equals(inner.get()) ? text : asText(left));
    }
    return Optional.of(
        RUNNING_TEXT.contains(field) && texts.mentions(value)
            ? TextNode.valueOf(texts.scrub(value))
            : text);
  }

  private static Optional<JsonNode> parsed(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException plainText) {
      return Optional.empty();
    }
  }

  private static JsonNode asText(JsonNode value) {
    return TextNode.valueOf(value.toString());
  }

  private JsonNode scrub(String field, ArrayNode list) {
    var left = JsonNodeFactory.instance.arrayNode();
    for (var element : list) {
      if (!element.isTextual() || !element.textValue().equals(person.value())) {
        scrub(field, element).ifPresent(left::add);
      }
    }
    return left;
  }

  private Optional<JsonNode> scrub(ObjectNode object) {
    var left = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      var value = scrub(field.getKey(), field.getValue());
      if (value.isEmpty() || isEmptiedBatch(field.getKey(), field.getValue(), value.get())) {
        return Optional.empty();
      }
      left.set(field.getKey(), value.get());
    }
    return Optional.of(left);
  }

  private static boolean isEmptiedBatch(String name, JsonNode before, JsonNode after) {
    return BATCHES.contains(name) && !before.isEmpty() && after.isEmpty();
  }
}
