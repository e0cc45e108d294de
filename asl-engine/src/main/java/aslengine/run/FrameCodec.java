package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Writes frames to the journal and reads them again. */
final class FrameCodec {
  private FrameCodec() {}

  static ObjectNode write(Frame frame) {
    ObjectNode json =
        Json.object()
            .put("parent", frame.parent.map(p -> p.id).orElse(-1))
            .put("index", frame.index)
            .put("graph", frame.graph.path())
            .put("status", frame.status.name())
            .put("tail", frame.tail);
    ObjectNode variables = json.putObject("variables");
    frame.variables.forEach(variables::set);
    frame.mapItem.ifPresent(item -> json.set("item", item));
    frame.output.ifPresent(output -> json.set("output", output));
    frame.move.ifPresent(
        move -> {
          ObjectNode node = json.putObject("move").put("state", move.state());
          node.set("input", move.input());
        });
    frame.visit.ifPresent(visit -> json.set("visit", write(visit)));
    return json;
  }

  private static ObjectNode write(Visit visit) {
    ObjectNode json =
        Json.object()
            .put("state", visit.state.name())
            .put("event", visit.enteredEvent)
            .put("entered", visit.enteredTime.toEpochMilli())
            .put("stage", visit.stage.name())
            .put("retries", visit.retryCount)
            .put("started", visit.startedEvent)
            .put("recorded", visit.failureRecorded);
    json.set("input", visit.input);
    visit.retrierUses.forEach(json.putArray("uses")::add);
    visit.due.ifPresent(due -> json.put("due", due.toEpochMilli()));
    visit.token.ifPresent(token -> json.put("token", token));
    visit.order.ifPresent(order -> json.set("order", write(order)));
    visit.fork.ifPresent(fork -> json.set("fork", write(fork)));
    visit.mapRun.ifPresent(run -> json.put("run", run.arn));
    return json;
  }

  private static ObjectNode write(TaskOrder order) {
    ObjectNode json = Json.object();
    json.set("arguments", order.arguments());
    order.timeoutSeconds().ifPresent(s -> json.put("timeout", s));
    order.heartbeatSeconds().ifPresent(s -> json.put("heartbeat", s));
    return json;
  }

  private static ObjectNode write(Fork fork) {
    ObjectNode json =
        Json.object()
            .put("length", fork.length)
            .put("concurrency", fork.concurrency)
            .put("last", fork.lastEvent);
    fork.items.ifPresent(items -> json.set("items", items));
    return json;
  }

  static ObjectNode write(Failure failure) {
    ObjectNode json = Json.object().put("kind", failure.kind().name());
    failure.error().ifPresent(e -> json.put("error", e));
    failure.cause().ifPresent(c -> json.put("cause", c));
    return json;
  }

  static Failure readFailure(JsonNode json) {
    return new Failure(
        text(json, "error"), text(json, "cause"), Failure.Kind.valueOf(json.path("kind").asText()));
  }

  /** Rebuilds all frames of an execution that was brought alive. */
  static void readAll(
      Execution execution, JsonNode frames, Function<String, Optional<MapRun>> runs) {
    Map<Integer, JsonNode> left = new HashMap<>();
    frames.properties().forEach(e -> left.put(Integer.valueOf(e.getKey()), e.getValue()));
    left.keySet().stream()
        .sorted()
        .filter(id -> !left.getOrDefault(id, Json.object()).isNull())
        .forEach(id -> read(execution, id, left.getOrDefault(id, Json.object()), runs));
    execution.live().framesMade = left.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
  }

  /** Frames are made after their parents, so a parent is always there already. */
  private static void read(
      Execution execution, int id, JsonNode json, Function<String, Optional<MapRun>> runs) {
    Map<Integer, Frame> known = execution.live().frames;
    Optional<Frame> parent = Optional.ofNullable(known.get(json.path("parent").asInt()));
    Frame frame =
        new Frame(
            execution,
            id,
            parent,
            json.path("index").asInt(),
            execution.revision.graph(json.path("graph").asText()));
    frame.status = Frame.Status.valueOf(json.path("status").asText());
    frame.tail = json.path("tail").asLong();
    json.path("variables").properties().forEach(e -> frame.variables.put(e.getKey(), e.getValue()));
    frame.mapItem = node(json, "item");
    frame.output = node(json, "output");
    frame.move =
        node(json, "move").map(m -> new Frame.Move(m.path("state").asText(), m.path("input")));
    frame.visit = node(json, "visit").map(v -> readVisit(frame, v, runs));
    known.put(id, frame);
    parent.flatMap(p -> p.visit).flatMap(v -> v.fork).ifPresent(fork -> fork.add(frame));
  }

  private static Visit readVisit(
      Frame frame, JsonNode json, Function<String, Optional<MapRun>> runs) {
    Visit visit =
        new Visit(
            frame.graph.state(json.path("state").asText()),
            json.path("input"),
            json.path("event").asLong(),
            Instant.ofEpochMilli(json.path("entered").asLong()));
    visit.stage = Visit.Stage.valueOf(json.path("stage").asText());
    visit.retryCount = json.path("retries").asInt();
    visit.startedEvent = json.path("started").asLong();
    visit.failureRecorded = json.path("recorded").asBoolean();
    visit.retrierUses.clear();
    StreamSupport.stream(json.path("uses").spliterator(), false)
        .forEach(use -> visit.retrierUses.add(use.asInt()));
    visit.due = node(json, "due").map(due -> Instant.ofEpochMilli(due.asLong()));
    visit.token = text(json, "token");
    visit.order = node(json, "order").map(FrameCodec::readOrder);
    visit.fork = node(json, "fork").map(FrameCodec::readFork);
    visit.mapRun = text(json, "run").flatMap(runs);
    return visit;
  }

  private static TaskOrder readOrder(JsonNode json) {
    return new TaskOrder(
        json.path("arguments"), seconds(json.path("timeout")), seconds(json.path("heartbeat")));
  }

  private static OptionalLong seconds(JsonNode node) {
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  private static Fork readFork(JsonNode json) {
    return new Fork(
        json.path("length").asInt(),
        json.path("concurrency").asInt(),
        node(json, "items"),
        json.path("last").asLong());
  }

  private static Optional<JsonNode> node(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.path(field)) : Optional.empty();
  }

  private static Optional<String> text(JsonNode json, String field) {
    return node(json, field).map(JsonNode::asText);
  }
}
