package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks one machine, branch or item processor: its fields, its states, and the ways between. */
final class GraphCheck {
  static final Set<String> MACHINE_FIELDS =
      Set.of("Comment", "StartAt", "States", "QueryLanguage", "TimeoutSeconds", "Version");
  static final Set<String> BRANCH_FIELDS = Set.of("Comment", "StartAt", "States");
  static final Set<String> PROCESSOR_FIELDS =
      Set.of("Comment", "StartAt", "States", "ProcessorConfig");

  private static final int LONGEST_STATE_NAME = 80;

  private final Findings findings;

  GraphCheck(Findings findings) {
    this.findings = findings;
  }

  /** Checks a graph; {@code outerVariables} are the names that enclosing graphs assign. */
  void check(JsonNode graph, String path, Set<String> allowed, Set<String> outerVariables) {
    if (!graph.isObject()) {
      findings.schema(path, "Expected value of type Object");
      return;
    }
    graph.fieldNames().forEachRemaining(field -> checkField(field, path, allowed));
    findings.requireFields(graph, List.of("States", "StartAt"), path);
    JsonNode states = graph.path("States");
    if (!states.isObject() || !graph.path("StartAt").isTextual()) {
      return;
    }
    checkStates(graph, states, path, outerVariables);
  }

  private void checkField(String field, String path, Set<String> allowed) {
    if (!allowed.contains(field)) {
      findings.schema(path + "/" + field, "Field is not supported");
    }
  }

  private void checkStates(
      JsonNode graph, JsonNode states, String path, Set<String> outerVariables) {
    Set<String> variables = new VariableCheck(findings).check(states, path, outerVariables);
    states
        .properties()
        .forEach(
            entry -> {
              String statePath = path + "/States/" + entry.getKey();
              checkName(entry.getKey(), statePath);
              new StateCheck(findings, states, variables).check(entry.getValue(), statePath);
            });
    String start = graph.path("StartAt").asText();
    if (!states.has(start)) {
      findings.transition(path + "/StartAt", "Missing 'Next' target: " + start);
      return;
    }
    checkReachable(states, start, path);
  }

  private void checkName(String name, String path) {
    if (name.isEmpty() || name.length() > LONGEST_STATE_NAME) {
      findings.schema(path, "State name must be 1 to " + LONGEST_STATE_NAME + " characters long");
    }
    if (!findings.stateNames.add(name)) {
      findings.add("DUPLICATE_STATE_NAME", path, "Duplicate state name: " + name);
    }
  }

  private void checkReachable(JsonNode states, String start, String path) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (states.has(name) && reached.add(name)) {
        targets(states.path(name)).forEach(open::push);
      }
    }
    states
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!reached.contains(name)) {
                findings.transition(
                    path + "/States/" + name, "State \"" + name + "\" is not reachable.");
              }
            });
  }

  static List<String> targets(JsonNode state) {
    List<String> targets = new java.util.ArrayList<>();
    addText(targets, state.path("Next"));
    addText(targets, state.path("Default"));
    state.path("Choices").forEach(rule -> addText(targets, rule.path("Next")));
    state.path("Catch").forEach(catcher -> addText(targets, catcher.path("Next")));
    return targets;
  }

  private static void addText(List<String> targets, JsonNode target) {
    if (target.isTextual()) {
      targets.add(target.asText());
    }
  }
}
