package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Checks one state. */
final class StateCheck {
  private static final String TOKEN_SUFFIX = ".waitForTaskToken";

  private final Findings findings;
  private final JsonNode siblings;
  private final Set<String> variables;

  StateCheck(Findings findings, JsonNode siblings, Set<String> variables) {
    this.findings = findings;
    this.siblings = siblings;
    this.variables = variables;
  }

  void check(JsonNode state, String path) {
    if (!state.isObject()) {
      findings.schema(path, "Expected value of type Object");
      return;
    }
    String type = state.path("Type").asText();
    if (!StateFields.isType(type)) {
      findings.schema(path + "/Type", "Invalid type: '" + type + "'. Must be one of " + sorted());
      return;
    }
    QueryLanguage language = language(state, path);
    checkFields(state, path, type, language);
    checkTransitions(state, path, type);
    new ExpressionScan(findings, language).check(state, path);
    new RecoveryCheck(findings).check(state, path);
    checkType(state, path, type);
  }

  private static List<String> sorted() {
    return StateFields.types().stream().sorted().toList();
  }

  private QueryLanguage language(JsonNode state, String path) {
    QueryLanguage language = DefinitionReader.language(state, findings.machineLanguage);
    if (language == QueryLanguage.JSONPATH && findings.machineLanguage == QueryLanguage.JSONATA) {
      findings.schema(
          path,
          "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
    }
    return language;
  }

  private void checkFields(JsonNode state, String path, String type, QueryLanguage language) {
    Set<String> allowed = StateFields.allowed(type, language);
    state
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!allowed.contains(field)) {
                findings.schema(path + "/" + field, unsupported(field, language));
              }
            });
    if (!state.has("Iterator")) {
      findings.requireFields(state, StateFields.required(type), path);
    }
    findings.requireText(state, "Resource", path);
    findings.requireText(state, "Label", path);
  }

  private static String unsupported(String field, QueryLanguage language) {
    return language == QueryLanguage.JSONATA
        ? "The field '" + field + "' is not supported when 'QueryLanguage' is 'JSONata'"
        : "The field '"
            + field
            + "' is not supported when 'QueryLanguage' is 'JSONPath', of which this engine runs"
            + " literals only; set 'QueryLanguage' to 'JSONata'";
  }

  private void checkTransitions(JsonNode state, String path, String type) {
    for (String target : GraphCheck.targets(state)) {
      if (!siblings.has(target)) {
        findings.transition(path + "/Next", "Missing 'Next' target: " + target);
      }
    }
    boolean ends = state.path("End").asBoolean();
    if (StateFields.hasTransition(type) && ends == state.has("Next")) {
      findings.schema(path, "Exactly one of the fields 'Next' and 'End' is required");
    }
  }

  private void checkType(JsonNode state, String path, String type) {
    switch (type) {
      case "Task" -> checkTask(state, path);
      case "Choice" -> checkChoice(state, path);
      case "Wait" -> checkWait(state, path);
      case "Parallel" -> checkBranches(state, path);
      case "Map" -> new MapCheck(findings, variables).check(state, path);
      default -> {
        // Pass, Succeed and Fail have nothing beyond their fields.
      }
    }
  }

  private void checkTask(JsonNode state, String path) {
    String resource = state.path("Resource").asText();
    if (!resource.startsWith("arn:")) {
      findings.schema(path + "/Resource", "Value is not a valid resource ARN");
    }
    if (findings.express && resource.endsWith(TOKEN_SUFFIX)) {
      findings.schema(
          path + "/Resource",
          "Express state machine does not support '.waitForTaskToken' service integration ");
    }
    JsonNode timeout = state.path("TimeoutSeconds");
    JsonNode heartbeat = state.path("HeartbeatSeconds");
    if (timeout.isNumber() && heartbeat.isNumber() && heartbeat.asLong() >= timeout.asLong()) {
      findings.schema(
          path + "/HeartbeatSeconds", "HeartbeatSeconds must be smaller than TimeoutSeconds");
    }
  }

  private void checkChoice(JsonNode state, String path) {
    JsonNode choices = state.path("Choices");
    if (!choices.isArray() || choices.isEmpty()) {
      findings.schema(path + "/Choices", "Expected a non-empty array");
    }
    for (int i = 0; i < choices.size(); i++) {
      findings.requireFields(
          choices.path(i), List.of("Condition", "Next"), path + "/Choices[" + i + "]");
    }
  }

  private void checkWait(JsonNode state, String path) {
    if (state.has("Seconds") == state.has("Timestamp")) {
      findings.schema(path, "Exactly one of the fields 'Seconds' and 'Timestamp' is required");
    }
  }

  private void checkBranches(JsonNode state, String path) {
    JsonNode branches = state.path("Branches");
    if (!branches.isArray() || branches.isEmpty()) {
      findings.schema(path + "/Branches", "Expected a non-empty array");
    }
    for (int i = 0; i < branches.size(); i++) {
      new GraphCheck(findings)
          .check(
              branches.path(i), path + "/Branches[" + i + "]", GraphCheck.BRANCH_FIELDS, variables);
    }
  }
}
