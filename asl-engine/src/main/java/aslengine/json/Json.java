package aslengine.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reading and writing JSON with numbers kept as they were written. */
public final class Json {
  /** The mapper that every part of the engine shares. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** Parses text; fails with Jackson's message when it is not one JSON value. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() ? NullNode.getInstance() : node;
    } catch (NumberFormatException e) {
      // An exponent of more than ten digits is nothing that the reader has foreseen.
      throw new JsonParseException("a number is out of range");
    }
  }

  /** What was wrong with a text, without its values and the names of the reader's own types. */
  public static String problem(JsonProcessingException e) {
    return e.getOriginalMessage()
        .replaceAll("(?s) ?\\(.*$", "")
        .replaceAll("(?s)token '.*$", "token");
  }

  /** Parses bytes that this engine wrote itself. */
  public static JsonNode own(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses text that this engine wrote itself. */
  public static JsonNode own(String text) {
    return own(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The compact text of a value. */
  public static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compact text of a value in UTF-8. */
  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
