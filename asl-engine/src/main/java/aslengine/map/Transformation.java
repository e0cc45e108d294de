package aslengine.map;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form in which results are passed on (developer guide, "ResultWriter (Map)"). */
public enum Transformation {
  /** The output with all that is known about the execution. */
  NONE,
  /** The output. */
  COMPACT,
  /** The output; the elements of an output that is an array one by one. */
  FLATTEN;

  /** The transformation that a WriterConfig asks for. */
  public static Transformation of(JsonNode config, Transformation byDefault) {
    String name = config.path("Transformation").asText();
    return name.isEmpty() ? byDefault : valueOf(name);
  }

  /** What becomes of one child; a child without output is passed on as its record. */
  public List<JsonNode> apply(JsonNode record, Optional<JsonNode> output) {
    if (this == NONE || output.isEmpty()) {
      return List.of(record);
    }
    JsonNode value = output.get();
    if (this == FLATTEN && value.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      value.forEach(elements::add);
      return elements;
    }
    return List.of(value.isMissingNode() ? Json.object() : value);
  }
}
