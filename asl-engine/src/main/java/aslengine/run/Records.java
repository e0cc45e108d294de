package aslengine.run;

import aslengine.json.Json;
import aslengine.map.ItemList;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The journal's records of machines, executions and map runs. */
final class Records {
  private Records() {}

  static ObjectNode machine(Machine machine, Revision revision, boolean deleted) {
    return Json.object()
        .put("k", "m")
        .put("arn", machine.arn)
        .put("name", machine.name)
        .put("express", machine.express)
        .put("created", machine.created.toEpochMilli())
        .put("deleted", deleted)
        .put("revision", revision.id)
        .put("since", revision.since.toEpochMilli())
        .put("role", revision.roleArn)
        .put("definition", revision.text);
  }

  /** What changes about an execution, with what never does when it is being opened. */
  static ObjectNode execution(Execution execution, boolean opening) {
    ObjectNode record = Json.object().put("status", execution.status.name());
    if (opening) {
      identity(execution, record);
    }
    time(record, "stopped", execution.stopped);
    record.put("redrives", execution.redriveCount);
    time(record, "redriven", execution.redriven);
    record.put("last", execution.lastEvent);
    Execution.Live live = execution.live();
    live.output.ifPresent(o -> record.put("output", o));
    live.failure.ifPresent(
        failure -> {
          failure.error().ifPresent(e -> record.put("error", e));
          failure.cause().ifPresent(c -> record.put("cause", c));
        });
    return record;
  }

  private static void identity(Execution execution, ObjectNode record) {
    record
        .put("arn", execution.arn)
        .put("name", execution.name)
        .put("machine", execution.machine.arn)
        .put("revision", execution.revision.id)
        .put("graph", execution.graph.path())
        .put("started", execution.started.toEpochMilli())
        .put("input", execution.live().inputText);
    execution.parentRun.ifPresent(
        run ->
            record
                .put("run", run.arn)
                .put("index", execution.childIndex)
                .put("items", execution.itemCount));
  }

  static ObjectNode mapRun(MapRun run) {
    ObjectNode record =
        Json.object()
            .put("k", "r")
            .put("arn", run.arn)
            .put("id", run.id)
            .put("label", run.label)
            .put("parent", run.parent.arn)
            .put("frame", run.frameId)
            .put("graph", run.graphPath)
            .put("state", run.state.name())
            .put("started", run.started.toEpochMilli())
            .put("status", run.status.name())
            .put("concurrency", run.maxConcurrency)
            .put("count", run.toleratedCount)
            .put("percentage", run.toleratedPercentage)
            .put("byCount", run.toleranceByCount)
            .put("byPercentage", run.toleranceByPercentage)
            .put("redrives", run.redriveCount)
            .put("source", run.source)
            .put("keyed", run.keyed)
            .put("written", run.resultsWritten);
    time(record, "stopped", run.stopped);
    time(record, "redriven", run.redriven);
    run.items.map(ItemList::toJson).ifPresent(items -> record.set("items", items));
    run.reader.ifPresent(reader -> record.set("reader", reader));
    run.writer.ifPresent(writer -> record.set("writer", writer));
    run.failure.ifPresent(f -> record.set("failure", FrameCodec.write(f)));
    return record;
  }

  private static void time(ObjectNode record, String field, Optional<Instant> time) {
    time.ifPresent(t -> record.put(field, t.toEpochMilli()));
  }
}
