package aslengine.query;

import aslengine.json.Json;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries values between JSON trees and the plain Java values that the JSONata library works on.
 */
final class JavaValues {
  private static final double LARGEST_PLAIN_NUMBER = 1e21;

  private @Nullable JsonNode lastInput;
  private Object lastJava = Jsonata.NULL_VALUE;

  /** The Java form of a value that many expressions in a row look at: the very same node. */
  @SuppressWarnings("ReferenceEquality")
  Object toJavaOnce(JsonNode node) {
    if (node != lastInput) {
      lastJava = toJava(node);
      lastInput = node;
    }
    return lastJava;
  }

  Object toJava(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> toMap(node);
      case ARRAY -> toList(node);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> toNumber(node);
      default -> Jsonata.NULL_VALUE;
    };
  }

  private Map<String, Object> toMap(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), toJava(e.getValue())));
    return map;
  }

  private List<Object> toList(JsonNode node) {
    List<Object> list = new ArrayList<>(node.size());
    node.forEach(e -> list.add(toJava(e)));
    return list;
  }

  private static Number toNumber(JsonNode node) {
    if (node.canConvertToInt() && node.isIntegralNumber()) {
      return node.intValue();
    }
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Number) node.longValue()
        : (Number) node.doubleValue();
  }

  /** The JSON form of a value; empty for functions and patterns, which have none. */
  Optional<JsonNode> toJson(@Nullable Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return Optional.of(NullNode.getInstance());
    }
    return switch (value) {
      case String text -> Optional.of(TextNode.valueOf(text));
      case Boolean flag -> Optional.of(BooleanNode.valueOf(flag));
      case Integer number -> Optional.of(IntNode.valueOf(number));
      case Long number -> Optional.of(LongNode.valueOf(number));
      case Number number -> Optional.of(number(number.doubleValue()));
      case Map<?, ?> map -> Optional.of(object(map));
      case List<?> list -> Optional.of(array(list));
      default -> Optional.empty();
    };
  }

  private static JsonNode number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN_NUMBER) {
      BigDecimal whole = BigDecimal.valueOf(value).setScale(0);
      return whole.precision() <= 18
          ? LongNode.valueOf(whole.longValueExact())
          : DecimalNode.valueOf(whole);
    }
    return DecimalNode.valueOf(BigDecimal.valueOf(value));
  }

  /** Functions inside objects and arrays become empty texts, as JSON.stringify leaves them. */
  private ObjectNode object(Map<?, ?> map) {
    ObjectNode object = Json.object();
    map.forEach((k, v) -> toJson(v).ifPresent(json -> object.set(String.valueOf(k), json)));
    return object;
  }

  private ArrayNode array(List<?> list) {
    ArrayNode array = Json.array();
    list.forEach(e -> array.add(toJson(e).orElse(NullNode.getInstance())));
    return array;
  }
}
