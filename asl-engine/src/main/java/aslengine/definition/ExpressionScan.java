package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the expressions in a state: their syntax, and that they ask only for what is there. */
final class ExpressionScan {
  /** Fields that lead into machines of their own, or hold plain words. */
  private static final Set<String> NOT_EXPRESSIONS =
      Set.of(
          "ItemProcessor",
          "Iterator",
          "Branches",
          "Type",
          "Comment",
          "QueryLanguage",
          "Next",
          "Default",
          "End",
          "Resource",
          "Label",
          "ErrorEquals",
          "Result");

  private static final Set<String> AFTER_RESULT = Set.of("Output", "Assign");

  private static final Set<String> WITH_RESULT = Set.of("Task", "Parallel", "Map");

  private final Findings findings;
  private final QueryLanguage language;

  ExpressionScan(Findings findings, QueryLanguage language) {
    this.findings = findings;
    this.language = language;
  }

  void check(JsonNode state, String path) {
    boolean hasResult = WITH_RESULT.contains(state.path("Type").asText());
    for (Map.Entry<String, JsonNode> field : state.properties()) {
      if (!NOT_EXPRESSIONS.contains(field.getKey())) {
        boolean result = hasResult && AFTER_RESULT.contains(field.getKey());
        boolean error = field.getKey().equals("Catch");
        scan(field.getValue(), path + "/" + field.getKey(), forbidden(result, error));
      }
    }
  }

  private static List<String> forbidden(boolean result, boolean error) {
    if (result) {
      return List.of("$states.errorOutput");
    }
    return error ? List.of("$states.result") : List.of("$states.result", "$states.errorOutput");
  }

  private void scan(JsonNode node, String path, List<String> forbidden) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (!NOT_EXPRESSIONS.contains(e.getKey())) {
                  checkKey(e.getKey(), path);
                  scan(e.getValue(), path + "/" + e.getKey(), forbidden);
                }
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        scan(node.path(i), path + "[" + i + "]", forbidden);
      }
    } else if (node.isTextual()) {
      scanText(node.asText(), path, forbidden);
    }
  }

  private void checkKey(String key, String path) {
    if (language == QueryLanguage.JSONPATH && key.endsWith(".$")) {
      findings.schema(
          path + "/" + key,
          "JSONPath is not supported by this engine; set 'QueryLanguage' to 'JSONata'");
    }
  }

  private void scanText(String text, String path, List<String> forbidden) {
    findings.expressions.fault(language, text).ifPresent(fault -> findings.schema(path, fault));
    if (language == QueryLanguage.JSONATA && text.startsWith("{%")) {
      forbidden.stream()
          .filter(text::contains)
          .forEach(
              name ->
                  findings.schema(
                      path, "The reserved variable '" + name + "' is not available in this field"));
    }
  }
}
