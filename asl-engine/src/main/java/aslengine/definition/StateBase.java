package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What states of every type have.
 *
 * @param path where the state stands in the definition, such as {@code /States/Wait}
 * @param next the state to go on to; empty where the state ends its machine
 */
public record StateBase(
    String name,
    String path,
    QueryLanguage language,
    Optional<JsonNode> output,
    Optional<ObjectNode> assign,
    Optional<String> next) {}
