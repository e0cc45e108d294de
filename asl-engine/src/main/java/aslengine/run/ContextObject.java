package aslengine.run;

import aslengine.definition.State;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Builds the context object (developer guide, "Accessing execution data from the Context object").
 */
final class ContextObject {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ContextObject() {}

  /** An instant as the context object and result files write it. */
  static String text(Instant instant) {
    return MILLIS.format(instant);
  }

  static ObjectNode of(Frame frame) {
    ObjectNode context = Json.object();
    context.set("Execution", execution(frame.execution));
    context.set("StateMachine", machine(frame.execution));
    frame.visit.ifPresent(
        visit -> {
          context.set("State", state(visit));
          visit.token.ifPresent(t -> context.set("Task", Json.object().put("Token", t)));
        });
    frame.nearestItem().ifPresent(item -> context.set("Map", map(item)));
    return context;
  }

  /** The context object of a Map that looks at one of its items. */
  static ObjectNode ofItem(Frame frame, JsonNode item) {
    ObjectNode context = of(frame);
    context.set("Map", map(item));
    return context;
  }

  private static ObjectNode execution(Execution execution) {
    ObjectNode node = Json.object().put("Id", execution.arn);
    node.set("Input", execution.live().input);
    node.put("StartTime", text(execution.started));
    node.put("Name", execution.name);
    node.put("RoleArn", execution.revision.roleArn);
    node.put("RedriveCount", execution.redriveCount);
    execution.redriven.ifPresent(at -> node.put("RedriveTime", text(at)));
    return node;
  }

  private static ObjectNode machine(Execution execution) {
    return Json.object().put("Id", execution.machine.arn).put("Name", execution.machine.name);
  }

  private static ObjectNode state(Visit visit) {
    ObjectNode node = Json.object().put("Name", visit.state.name());
    node.put("EnteredTime", text(visit.enteredTime));
    if (canRetry(visit.state)) {
      node.put("RetryCount", visit.retryCount);
    }
    return node;
  }

  private static boolean canRetry(State state) {
    return state instanceof State.Task
        || state instanceof State.Parallel
        || state instanceof State.Map;
  }

  private static ObjectNode map(JsonNode item) {
    ObjectNode map = Json.object();
    map.set("Item", item);
    return map;
  }
}
