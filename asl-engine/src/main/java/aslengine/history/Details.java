package aslengine.history;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Builds the details of history events. */
public final class Details {
  private final ObjectNode json = Json.object();

  private Details() {}

  /** Details with nothing in them yet. */
  public static Details of() {
    return new Details();
  }

  /** Error and cause, each left out when absent. */
  public static Details failure(Optional<String> error, Optional<String> cause) {
    Details details = of();
    error.ifPresent(e -> details.put("error", e));
    cause.ifPresent(c -> details.put("cause", c));
    return details;
  }

  /** The name of a Map state and the index of one of its iterations. */
  public static Details iteration(String name, int index) {
    return of().put("name", name).put("index", index);
  }

  /** Adds a text. */
  public Details put(String field, String value) {
    json.put(field, value);
    return this;
  }

  /** Adds a number. */
  public Details put(String field, long value) {
    json.put(field, value);
    return this;
  }

  /** Adds a payload as JSON text, with the note that it was not truncated. */
  public Details data(String field, JsonNode value) {
    return data(field, Json.text(value));
  }

  /** Adds a payload's text, with the note that it was not truncated. */
  public Details data(String field, String text) {
    json.put(field, text);
    json.set(field + "Details", Json.object().put("truncated", false));
    return this;
  }

  /** Adds the variables that a state assigned, if it assigned any. */
  public Details assigned(Map<String, JsonNode> variables) {
    if (!variables.isEmpty()) {
      ObjectNode texts = Json.object();
      variables.forEach((name, value) -> texts.put(name, Json.text(value)));
      json.set("assignedVariables", texts);
      json.set("assignedVariablesDetails", Json.object().put("truncated", false));
    }
    return this;
  }

  /** The finished details. */
  public ObjectNode build() {
    return json;
  }
}
