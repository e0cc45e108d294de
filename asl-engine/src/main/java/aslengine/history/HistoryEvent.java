package aslengine.history;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One event of an execution (API reference, HistoryEvent).
 *
 * @param id from 1, without gaps
 * @param previousId the event that led here; 0 when there is none
 * @param details what the type's own field holds; empty for types that have none
 */
public record HistoryEvent(
    long id, long previousId, Instant timestamp, String type, Optional<ObjectNode> details) {
  private static final Set<String> DATA = Set.of("input", "output", "parameters");

  /** The event as GetExecutionHistory answers it. */
  public ObjectNode toJson() {
    ObjectNode json = Json.object();
    json.put("timestamp", epochSeconds(timestamp));
    json.put("type", type);
    json.put("id", id);
    json.put("previousEventId", previousId);
    details.ifPresent(d -> json.set(detailsField(type), d));
    return json;
  }

  /** An instant in the API's format: seconds since the epoch with a fraction. */
  public static BigDecimal epochSeconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }

  /** The event without inputs and outputs, for callers that do not want the data. */
  public static JsonNode withoutData(JsonNode event) {
    ObjectNode copy = event.deepCopy();
    copy.properties().stream()
        .map(java.util.Map.Entry::getValue)
        .filter(JsonNode::isObject)
        .forEach(details -> ((ObjectNode) details).remove(DATA));
    return copy;
  }

  private static String detailsField(String type) {
    if (type.endsWith("StateEntered")) {
      return "stateEnteredEventDetails";
    }
    if (type.endsWith("StateExited")) {
      return "stateExitedEventDetails";
    }
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
  }
}
