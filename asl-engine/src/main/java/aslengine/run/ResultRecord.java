package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes a child execution as the result files of a map run list it. */
final class ResultRecord {
  private final ExecutionRegistry registry;
  private final Arns arns;

  ResultRecord(ExecutionRegistry registry, Arns arns) {
    this.registry = registry;
    this.arns = arns;
  }

  ObjectNode of(Execution child) {
    JsonNode ending = registry.ledger().ending(child);
    ObjectNode record = Json.object();
    copy(ending, "cause", record, "Cause");
    copy(ending, "error", record, "Error");
    record.put("ExecutionArn", child.arn);
    record.put("Input", registry.ledger().input(child));
    record.set("InputDetails", Json.object().put("Included", true));
    record.put("Name", child.name);
    copy(ending, "output", record, "Output");
    record.set("OutputDetails", Json.object().put("Included", true));
    record.put("RedriveCount", child.redriveCount);
    redrive(child, record);
    record.put("StartDate", ContextObject.text(child.started));
    record.put("StateMachineArn", machine(child.parentRun.orElseThrow()));
    record.put("Status", child.status.name());
    child.stopped.ifPresent(at -> record.put("StopDate", ContextObject.text(at)));
    return record;
  }

  private void redrive(Execution child, ObjectNode record) {
    child.redriven.ifPresent(at -> record.put("RedriveDate", ContextObject.text(at)));
    Optional<String> reason = registry.notRedrivable(child);
    boolean possible =
        registry.isRedrivableByRun(child) && child.status != ExecutionStatus.SUCCEEDED;
    record.put("RedriveStatus", possible ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE");
    if (!possible) {
      reason.ifPresent(r -> record.put("RedriveStatusReason", r));
    }
  }

  ObjectNode pending(MapRun run, String name, String input) {
    ObjectNode record =
        Json.object()
            .put("ExecutionArn", arns.execution(run.parent.machine.name + "/" + run.label, name))
            .put("Input", input);
    record.set("InputDetails", Json.object().put("Included", true));
    return record.put("Name", name).put("StateMachineArn", machine(run)).put("Status", "PENDING");
  }

  private static String machine(MapRun run) {
    return run.parent.machine.arn + "/" + run.label;
  }

  private static void copy(JsonNode from, String field, ObjectNode to, String as) {
    if (from.has(field)) {
      to.set(as, from.path(field));
    }
  }
}
