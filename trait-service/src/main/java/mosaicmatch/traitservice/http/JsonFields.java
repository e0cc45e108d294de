package mosaicmatch.traitservice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

/**
 * A JSON object read strictly: each field is taken once, and {@link #done} refuses what is left.
 * Errors name the field, with its place in lists, and quote no value.
 */
final class JsonFields {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;
  private final String prefix;
  private final List<String> taken = new ArrayList<>();

  private JsonFields(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  static JsonFields parse(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isObject()) {
        return new JsonFields(json, "");
      }
    } catch (JsonProcessingException e) {
      throw notAnObject(where(e));
    } catch (IOException _) {
      throw notAnObject(" (it is no UTF-8 text)");
    }
    throw notAnObject("");
  }

  /** What goes beyond the reader's limits has no place. */
  private static String where(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(at -> " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()))
        .orElse(" (a part is too long or too deep)");
  }

  private static RefusedCallException notAnObject(String where) {
    return new RefusedCallException(
        400, "invalid_json", "the body must be one JSON object with no field twice" + where);
  }

  String text(String field, int maxLength) {
    JsonNode value = required(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "must be a text that is not blank");
    }
    if (value.textValue().length() > maxLength) {
      throw wrong(field, "must have at most " + maxLength + " characters");
    }
    return value.textValue();
  }

  long epochMillis(String field) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
      throw wrong(field, "must be epoch milliseconds");
    }
    return value.longValue();
  }

  int wholeNumber(String field, int min, int max) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < min
        || value.intValue() > max) {
      throw wrong(field, "must be a whole number from " + min + " to " + max);
    }
    return value.intValue();
  }

  boolean flag(String field, boolean otherwise) {
    if (!has(field)) {
      return otherwise;
    }
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw wrong(field, "must be true or false");
    }
    return value.booleanValue();
  }

  SeekerId seekerId(String field) {
    return checked(field, text(field, Integer.MAX_VALUE), SeekerId::new);
  }

  CycleId cycleId(String field) {
    return checked(field, text(field, 64), JsonFields::realCycle);
  }

  /** A dry run changes nobody's state, so its id has no business here. */
  private static CycleId realCycle(String text) {
    var id = new CycleId(text);
    if (id.isDryRun()) {
      throw new IllegalArgumentException("must not be that of a dry run");
    }
    return id;
  }

  List<SeekerId> seekerIds(String field, int max) {
    List<SeekerId> ids = new ArrayList<>();
    for (JsonNode value : array(field, 1, max)) {
      String place = field + "[" + ids.size() + "]";
      if (!value.isTextual()) {
        throw wrong(place, "must be a text");
      }
      ids.add(checked(place, value.textValue(), SeekerId::new));
    }
    return ids;
  }

  float[] vector(String field, int dimensions) {
    ArrayNode array = array(field, dimensions, dimensions);
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      values[i] = array.get(i).floatValue();
      if (!array.get(i).isNumber() || !Float.isFinite(values[i])) {
        throw wrong(field + "[" + i + "]", "must be a finite number");
      }
    }
    return values;
  }

  <T> List<T> objects(String field, int max, Function<JsonFields, T> reader) {
    List<T> objects = new ArrayList<>();
    for (JsonNode value : array(field, 1, max)) {
      String place = prefix + field + "[" + objects.size() + "]";
      if (!value.isObject()) {
        throw RefusedCallException.wrongField(place, "must be an object");
      }
      objects.add(reader.apply(new JsonFields(value, place + ".")));
    }
    return objects;
  }

  boolean has(String field) {
    return object.has(field);
  }

  /** Refuses a field that was not taken. */
  void done() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!taken.contains(name)) {
        throw RefusedCallException.unknownField(prefix + name);
      }
    }
  }

  RefusedCallException wrong(String field, String message) {
    return RefusedCallException.wrongField(prefix + field, message);
  }

  private ArrayNode array(String field, int min, int max) {
    if (required(field) instanceof ArrayNode array && array.size() >= min && array.size() <= max) {
      return array;
    }
    String count = min == max ? Integer.toString(min) : min + " to " + max;
    throw wrong(field, "must be a list of " + count);
  }

  private JsonNode required(String field) {
    taken.add(field);
    return Optional.ofNullable(object.get(field))
        .filter(value -> !value.isNull())
        .orElseThrow(() -> RefusedCallException.missingField(prefix + field));
  }

  private <T> T checked(String field, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException _) {
      throw wrong(field, "is not of the form that it must have");
    }
  }
}
