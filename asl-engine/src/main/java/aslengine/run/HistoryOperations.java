package aslengine.run;

import aslengine.history.HistoryEvent;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads histories out of the journal, a page at a time. */
final class HistoryOperations {
  private final ExecutionRegistry registry;

  HistoryOperations(ExecutionRegistry registry) {
    this.registry = registry;
  }

  JsonNode get(Request request) {
    Execution execution = ExecutionOperations.find(registry, request);
    boolean withData = request.flag("includeExecutionData", true);
    int from = request.pageStart();
    int limit = request.maxResults();
    List<JsonNode> page =
        request.flag("reverseOrder", false)
            ? page(execution, execution.lastWrittenEvent() - from, -1, limit)
            : page(execution, from + 1L, 1, limit);
    ObjectNode response = Json.object();
    var events = response.putArray("events");
    page.forEach(e -> events.add(withData ? e : HistoryEvent.withoutData(e)));
    if (from + page.size() < execution.lastWrittenEvent()) {
      response.put("nextToken", Page.token(from + page.size()));
    }
    return response;
  }

  /** Events from an id on, in steps of +1 or -1. */
  private List<JsonNode> page(Execution execution, long firstId, int step, int limit) {
    long lastId =
        step > 0
            ? Math.min(firstId + limit - 1, execution.lastWrittenEvent())
            : Math.max(firstId - limit + 1, 1);
    List<JsonNode> found = between(execution, Math.min(firstId, lastId), Math.max(firstId, lastId));
    return step > 0 ? found : found.reversed();
  }

  private List<JsonNode> between(Execution execution, long least, long most) {
    List<JsonNode> found = new ArrayList<>();
    for (long chunk : execution.chunksBetween(least, most)) {
      for (JsonNode event : registry.ledger().events(chunk)) {
        long id = event.path("id").asLong();
        if (id >= least && id <= most) {
          found.add(event);
        }
      }
    }
    return found;
  }
}
