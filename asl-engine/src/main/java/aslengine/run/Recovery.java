package aslengine.run;

import aslengine.json.Json;
import aslengine.map.ItemList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the journal and lets what was running go on (RATIONALE.md, "After a crash"). */
final class Recovery {
  private final ExecutionRegistry registry;
  private final Map<Integer, Execution> byNumber = new HashMap<>();

  /** The frames of executions that had not ended, so far. */
  private final Map<Integer, ObjectNode> frames = new HashMap<>();

  /** Children whose map run is written later than they are. */
  private final Map<String, List<Execution>> children = new HashMap<>();

  Recovery(ExecutionRegistry registry) {
    this.registry = registry;
  }

  void read() {
    registry.ledger().journal().replay((position, record) -> read(position, Json.own(record)));
    registry.allRuns().forEach(this::fill);
  }

  private void read(long position, JsonNode record) {
    switch (record.path("k").asText()) {
      case "m" -> readMachine(record);
      case "x" -> readExecution(position, record);
      case "r" -> readRun(record);
      default -> {
        // Items are read when they are needed.
      }
    }
  }

  private void readMachine(JsonNode record) {
    String arn = record.path("arn").asText();
    Revision revision =
        new Revision(
            record.path("revision").asText(),
            record.path("definition").asText(),
            record.path("role").asText(),
            time(record, "since").orElseThrow());
    boolean deleted = record.path("deleted").asBoolean();
    Optional<Machine> known = registry.knownMachine(arn);
    if (known.isPresent()) {
      known.get().deleted = deleted;
      if (!known.get().current().id.equals(revision.id)) {
        known.get().revise(revision);
      }
    } else {
      registry.add(
          new Machine(
              arn,
              record.path("name").asText(),
              record.path("express").asBoolean(),
              time(record, "created").orElseThrow(),
              revision));
    }
  }

  private void readExecution(long position, JsonNode record) {
    int number = record.path("n").asInt();
    JsonNode change = record.path("m");
    Execution execution = byNumber.computeIfAbsent(number, n -> open(n, position, change));
    execution.status = ExecutionStatus.valueOf(change.path("status").asText());
    execution.stopped = time(change, "stopped");
    execution.redriveCount = change.path("redrives").asInt();
    execution.redriven = time(change, "redriven");
    execution.lastEvent = change.path("last").asLong();
    if (record.has("e")) {
      execution.addChunk(position);
    }
    if (execution.isRunning()) {
      remember(number, record.path("f"));
    } else {
      execution.closedAt = position;
      frames.remove(number);
    }
  }

  private void remember(int number, JsonNode changed) {
    ObjectNode known = frames.computeIfAbsent(number, n -> Json.object());
    changed.properties().forEach(e -> known.set(e.getKey(), e.getValue()));
  }

  private Execution open(int number, long position, JsonNode change) {
    Machine machine = registry.anyMachine(change.path("machine").asText());
    Revision revision = machine.revision(change.path("revision").asText());
    Execution execution =
        new Execution(
            new Execution.Identity(
                number,
                change.path("arn").asText(),
                change.path("name").asText(),
                time(change, "started").orElseThrow()),
            machine,
            revision,
            revision.graph(change.path("graph").asText()),
            origin(change));
    execution.openedAt = position;
    registry.add(execution);
    execution.parentRun.ifPresent(
        run -> children.computeIfAbsent(run.arn, a -> new ArrayList<>()).add(execution));
    return execution;
  }

  private Execution.Origin origin(JsonNode change) {
    return change.has("run")
        ? new Execution.Origin(
            Optional.of(registry.run(change.path("run").asText()).orElseThrow()),
            change.path("index").asInt(),
            change.path("items").asInt())
        : Execution.Origin.API;
  }

  private void readRun(JsonNode record) {
    String arn = record.path("arn").asText();
    if (registry.run(arn).isEmpty()) {
      registry
          .execution(record.path("parent").asText())
          .ifPresent(parent -> registry.add(RunReader.create(parent, record)));
    }
    registry.run(arn).ifPresent(run -> RunReader.update(run, record, registry));
  }

  private void fill(MapRun run) {
    for (Execution child : children.getOrDefault(run.arn, List.of())) {
      run.children.add(child);
      run.counts.add(child);
      run.nextItem += child.itemCount;
      if (ranSince(run.redriven, child)) {
        run.sinceRedrive.add(child);
      }
      if (child.isRunning()) {
        run.running++;
      } else if (run.isRunning() && awaitsRedrive(run, child)) {
        run.toRedrive.add(child);
      }
    }
  }

  private static boolean ranSince(Optional<Instant> redriven, Execution child) {
    return redriven.filter(at -> child.redriven.orElse(child.started).isBefore(at)).isEmpty();
  }

  private boolean awaitsRedrive(MapRun run, Execution child) {
    return run.redriven.isPresent()
        && child.status != ExecutionStatus.SUCCEEDED
        && child.redriven.filter(at -> !at.isBefore(run.redriven.get())).isEmpty()
        && registry.isRedrivableByRun(child);
  }

  /** Lets every execution that had not ended go on. */
  void resume(Interpreter interpreter) {
    for (Map.Entry<Integer, ObjectNode> entry : frames.entrySet()) {
      Execution execution = Optional.ofNullable(byNumber.get(entry.getKey())).orElseThrow();
      registry.bringAlive(execution, registry.ledger().input(execution));
      FrameCodec.readAll(execution, entry.getValue(), registry::run);
      interpreter.endings().armTimeout(execution);
      List.copyOf(execution.live().frames.values()).forEach(f -> resume(interpreter, f));
    }
  }

  private static void resume(Interpreter interpreter, Frame frame) {
    if (frame.status != Frame.Status.ACTIVE) {
      return;
    }
    if (frame.move.isPresent()) {
      interpreter.resumeMove(frame);
      return;
    }
    switch (frame.current().stage) {
      case TASK, CALLBACK -> interpreter.tasks().resume(frame);
      case WAIT -> interpreter.armWait(frame);
      case RETRY -> interpreter.armRetry(frame);
      case MAP_RUN ->
          frame
              .current()
              .mapRun
              .ifPresentOrElse(
                  interpreter.mapRuns()::resume,
                  () -> interpreter.soon(frame.execution, () -> interpreter.work(frame)));
      case NONE -> interpreter.soon(frame.execution, () -> interpreter.work(frame));
      case CHILDREN -> {
        // Its children go on by themselves.
      }
    }
  }

  static Optional<Instant> time(JsonNode record, String field) {
    return record.has(field)
        ? Optional.of(Instant.ofEpochMilli(record.path(field).asLong()))
        : Optional.empty();
  }

  /** Rebuilds map runs from their records. */
  private static final class RunReader {
    private RunReader() {}

    static MapRun create(Execution parent, JsonNode record) {
      String graph = record.path("graph").asText();
      return new MapRun(
          new MapRun.Identity(
              record.path("arn").asText(),
              record.path("id").asText(),
              record.path("label").asText(),
              time(record, "started").orElseThrow()),
          parent,
          record.path("frame").asInt(),
          graph,
          (aslengine.definition.State.Map)
              parent.revision.graph(graph).state(record.path("state").asText()));
    }

    static void update(MapRun run, JsonNode record, ExecutionRegistry registry) {
      run.status = MapRun.Status.valueOf(record.path("status").asText());
      run.maxConcurrency = record.path("concurrency").asInt();
      run.toleratedCount = record.path("count").asLong();
      run.toleratedPercentage = record.path("percentage").asDouble();
      run.toleranceByCount = record.path("byCount").asBoolean();
      run.toleranceByPercentage = record.path("byPercentage").asBoolean();
      run.redriveCount = record.path("redrives").asInt();
      run.source = record.path("source").asText();
      run.keyed = record.path("keyed").asBoolean();
      run.resultsWritten = record.path("written").asInt();
      run.stopped = time(record, "stopped");
      run.redriven = time(record, "redriven");
      run.items = node(record, "items").map(i -> ItemList.fromJson(i, registry.ledger().journal()));
      run.reader = node(record, "reader");
      run.writer = node(record, "writer");
      run.failure = node(record, "failure").map(FrameCodec::readFailure);
    }

    private static Optional<JsonNode> node(JsonNode record, String field) {
      return record.has(field) ? Optional.of(record.path(field)) : Optional.empty();
    }
  }
}
