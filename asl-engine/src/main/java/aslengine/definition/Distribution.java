package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What makes a Map a Distributed Map (developer guide, "Distributed mode").
 *
 * @param expressChildren whether child executions are Express rather than Standard
 */
public record Distribution(
    boolean expressChildren,
    Optional<ItemReader> reader,
    Optional<ItemBatcher> batcher,
    Optional<ResultWriter> writer,
    Optional<JsonNode> toleratedFailureCount,
    Optional<JsonNode> toleratedFailurePercentage,
    Optional<String> label) {

  /** Where the items come from. */
  public record ItemReader(String resource, JsonNode arguments, JsonNode config) {}

  /** How items are put together. */
  public record ItemBatcher(
      Optional<JsonNode> maxItems, Optional<JsonNode> maxInputBytes, Optional<JsonNode> input) {}

  /** Where the results go, and in what form. */
  public record ResultWriter(Optional<JsonNode> arguments, JsonNode config) {}
}
