package aslengine.definition;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * A whole definition that passed the checks.
 *
 * @param timeoutSeconds how long an execution may take
 */
public record MachineDefinition(StateGraph graph, OptionalLong timeoutSeconds) {

  /** Reads a definition that {@link DefinitionCheck} found no fault with. */
  public static MachineDefinition parse(String text) {
    JsonNode root = Json.own(text);
    QueryLanguage language = DefinitionReader.language(root, QueryLanguage.JSONPATH);
    JsonNode timeout = root.path("TimeoutSeconds");
    return new MachineDefinition(
        new DefinitionReader(language).graph(root, ""),
        timeout.isNumber() ? OptionalLong.of(timeout.asLong()) : OptionalLong.empty());
  }
}
