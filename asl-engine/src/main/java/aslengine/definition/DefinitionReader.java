package aslengine.definition;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns checked JSON into the model. */
final class DefinitionReader {
  private static final int DEFAULT_INTERVAL_SECONDS = 1;
  private static final int DEFAULT_MAX_ATTEMPTS = 3;
  private static final double DEFAULT_BACKOFF_RATE = 2.0;

  private final QueryLanguage machineLanguage;

  DefinitionReader(QueryLanguage machineLanguage) {
    this.machineLanguage = machineLanguage;
  }

  static QueryLanguage language(JsonNode node, QueryLanguage inherited) {
    String word = node.path("QueryLanguage").asText();
    return switch (word) {
      case "JSONata" -> QueryLanguage.JSONATA;
      case "JSONPath" -> QueryLanguage.JSONPATH;
      default -> inherited;
    };
  }

  StateGraph graph(JsonNode node, String path) {
    Map<String, State> states = new LinkedHashMap<>();
    node.path("States")
        .properties()
        .forEach(e -> states.put(e.getKey(), state(e.getKey(), e.getValue(), path)));
    return new StateGraph(path, node.path("StartAt").asText(), states);
  }

  private State state(String name, JsonNode node, String graphPath) {
    StateBase base = base(name, node, graphPath + "/States/" + name);
    return switch (node.path("Type").asText()) {
      case "Pass" -> new State.Pass(base, field(node, "Result"));
      case "Task" -> task(base, node);
      case "Choice" -> new State.Choice(base, rules(node), text(node, "Default"));
      case "Wait" -> new State.Wait(base, field(node, "Seconds"), field(node, "Timestamp"));
      case "Succeed" -> new State.Succeed(base);
      case "Fail" -> new State.Fail(base, field(node, "Error"), field(node, "Cause"));
      case "Parallel" -> parallel(base, node);
      default -> map(base, node);
    };
  }

  private StateBase base(String name, JsonNode node, String path) {
    return new StateBase(
        name,
        path,
        language(node, machineLanguage),
        field(node, "Output"),
        object(node, "Assign"),
        text(node, "Next"));
  }

  private State.Task task(StateBase base, JsonNode node) {
    return new State.Task(
        base,
        node.path("Resource").asText(),
        field(node, "Arguments").or(() -> field(node, "Parameters")),
        field(node, "TimeoutSeconds"),
        field(node, "HeartbeatSeconds"),
        recovery(node));
  }

  private State.Parallel parallel(StateBase base, JsonNode node) {
    List<StateGraph> branches = new ArrayList<>();
    for (JsonNode branch : node.path("Branches")) {
      branches.add(graph(branch, base.path() + "/Branches[" + branches.size() + "]"));
    }
    return new State.Parallel(base, field(node, "Arguments"), branches, recovery(node));
  }

  private State.Map map(StateBase base, JsonNode node) {
    String field = node.has("Iterator") ? "Iterator" : "ItemProcessor";
    JsonNode processor = node.path(field);
    return new State.Map(
        base,
        field(node, "Items"),
        field(node, "ItemSelector").or(() -> field(node, "Parameters")),
        field(node, "MaxConcurrency"),
        graph(processor, base.path() + "/" + field),
        distribution(node, processor.path("ProcessorConfig")),
        recovery(node));
  }

  private static Optional<Distribution> distribution(JsonNode node, JsonNode config) {
    if (!config.path("Mode").asText().equals("DISTRIBUTED")) {
      return Optional.empty();
    }
    return Optional.of(
        new Distribution(
            config.path("ExecutionType").asText().equals("EXPRESS"),
            field(node, "ItemReader").map(DefinitionReader::reader),
            field(node, "ItemBatcher").map(DefinitionReader::batcher),
            field(node, "ResultWriter").map(DefinitionReader::writer),
            field(node, "ToleratedFailureCount"),
            field(node, "ToleratedFailurePercentage"),
            text(node, "Label")));
  }

  private static Distribution.ItemReader reader(JsonNode node) {
    return new Distribution.ItemReader(
        node.path("Resource").asText(),
        arguments(node).orElse(Json.object()),
        config(node, "ReaderConfig"));
  }

  private static Distribution.ItemBatcher batcher(JsonNode node) {
    return new Distribution.ItemBatcher(
        field(node, "MaxItemsPerBatch"),
        field(node, "MaxInputBytesPerBatch"),
        field(node, "BatchInput"));
  }

  private static Distribution.ResultWriter writer(JsonNode node) {
    return new Distribution.ResultWriter(arguments(node), config(node, "WriterConfig"));
  }

  private static Optional<JsonNode> arguments(JsonNode node) {
    return field(node, "Arguments").or(() -> field(node, "Parameters"));
  }

  private static JsonNode config(JsonNode node, String name) {
    return field(node, name).orElse(Json.object());
  }

  private static List<State.Choice.Rule> rules(JsonNode node) {
    List<State.Choice.Rule> rules = new ArrayList<>();
    for (JsonNode rule : node.path("Choices")) {
      rules.add(
          new State.Choice.Rule(
              rule.path("Condition"),
              rule.path("Next").asText(),
              field(rule, "Output"),
              object(rule, "Assign")));
    }
    return rules;
  }

  private static Recovery recovery(JsonNode node) {
    List<Retrier> retriers = new ArrayList<>();
    node.path("Retry").forEach(r -> retriers.add(retrier(r)));
    List<Catcher> catchers = new ArrayList<>();
    node.path("Catch").forEach(c -> catchers.add(catcher(c)));
    return new Recovery(retriers, catchers);
  }

  private static Retrier retrier(JsonNode node) {
    JsonNode maxDelay = node.path("MaxDelaySeconds");
    return new Retrier(
        texts(node.path("ErrorEquals")),
        node.path("IntervalSeconds").asInt(DEFAULT_INTERVAL_SECONDS),
        node.path("MaxAttempts").asInt(DEFAULT_MAX_ATTEMPTS),
        node.path("BackoffRate").asDouble(DEFAULT_BACKOFF_RATE),
        maxDelay.isNumber() ? OptionalInt.of(maxDelay.asInt()) : OptionalInt.empty(),
        node.path("JitterStrategy").asText().equals("FULL"));
  }

  private static Catcher catcher(JsonNode node) {
    return new Catcher(
        texts(node.path("ErrorEquals")),
        node.path("Next").asText(),
        field(node, "Output"),
        object(node, "Assign"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private static Optional<JsonNode> field(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name)) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String name) {
    return field(node, name).map(JsonNode::asText);
  }

  private static Optional<ObjectNode> object(JsonNode node, String name) {
    return field(node, name).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }
}
