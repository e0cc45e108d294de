package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One catcher (ASL, "Fallback states"). */
public record Catcher(
    List<String> errorEquals,
    String next,
    Optional<JsonNode> output,
    Optional<ObjectNode> assign) {}
