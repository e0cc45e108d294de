package mosaicmatch.local.nakama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an RPC was called with. JSON that is no object is one without fields. */
record Payload(JsonNode fields) {

  static Payload parse(String text) {
    if (text.isEmpty()) {
      throw RpcException.invalid("payload required");
    }
    try {
      return new Payload(Json.MAPPER.readTree(text));
    } catch (JsonProcessingException _) {
      throw RpcException.invalid("payload is not valid JSON");
    }
  }

  /** A text of 1 to that many UTF-16 units, JavaScript's characters. */
  String text(String field, int most) {
    JsonNode value = fields.path(field);
    if (!isText(value, most)) {
      throw RpcException.invalid(field + " must be a string of 1-" + most + " characters");
    }
    return value.textValue();
  }

  double number(String field) {
    JsonNode value = fields.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw RpcException.invalid(field + " must be a number");
    }
    return value.doubleValue();
  }

  List<String> texts(String field, int most, int mostCharacters) {
    JsonNode value = fields.path(field);
    if (!value.isArray()
        || value.size() > most
        || !value.valueStream().allMatch(text -> isText(text, mostCharacters))) {
      throw RpcException.invalid(
          "%s must be an array of at most %d strings of 1-%d characters"
              .formatted(field, most, mostCharacters));
    }
    return value.valueStream().map(JsonNode::textValue).toList();
  }

  private static boolean isText(JsonNode value, int most) {
    return value.isTextual() && !value.textValue().isEmpty() && value.textValue().length() <= most;
  }
}
