package mosaicmatch.local.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;

/** One line of the file of people, read strictly. */
final class PersonLine {

  private static final Set<String> FIELDS = Set.of("user_id", "text");
  private static final int MAX_NAME_SHOWN = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PersonLine() {}

  /**
   * The person on a line.
   *
   * @throws IllegalArgumentException if it describes nobody; the message says why
   */
  static Person parse(String line) {
    var object = object(line);
    object.fieldNames().forEachRemaining(PersonLine::requireKnown);
    return new Person(string(object, "user_id"), string(object, "text"));
  }

  private static JsonNode object(String line) {
    try {
      var node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new IllegalArgumentException("the line must be a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      // Jackson's own message quotes the line, which is what somebody said in private.
      throw new IllegalArgumentException("the line is not one JSON object, " + where(e));
    }
  }

  /** What goes beyond the reader's limits has no place. */
  private static String where(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(at -> "from column " + at.getColumnNr())
        .orElse("but too long or too deep");
  }

  private static void requireKnown(String field) {
    if (!FIELDS.contains(field)) {
      throw new IllegalArgumentException(
          "unknown field '" + shown(field) + "'; only user_id and text are read");
    }
  }

  private static String shown(String field) {
    var clean = field.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= MAX_NAME_SHOWN ? clean : clean.substring(0, MAX_NAME_SHOWN) + "…";
  }

  private static String string(JsonNode object, String field) {
    var value = object.get(field);
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " must be a string");
    }
    return value.textValue();
  }
}
