package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults found so far, and what one part of the check has to know from another. */
final class Findings {
  final ExpressionCheck expressions;
  final QueryLanguage machineLanguage;
  final boolean express;
  final Set<String> stateNames = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Findings(ExpressionCheck expressions, QueryLanguage machineLanguage, boolean express) {
    this.expressions = expressions;
    this.machineLanguage = machineLanguage;
    this.express = express;
  }

  void schema(String location, String message) {
    add(Diagnostic.SCHEMA, location, message);
  }

  void transition(String location, String message) {
    add(Diagnostic.TRANSITION, location, message);
  }

  void add(String code, String location, String message) {
    diagnostics.add(
        new Diagnostic(code, message, Optional.of(location.isEmpty() ? "/" : location)));
  }

  void requireText(JsonNode node, String field, String path) {
    if (node.has(field) && !node.path(field).isTextual()) {
      schema(path + "/" + field, "Expected value of type String");
    }
  }

  void requireFields(JsonNode node, List<String> fields, String path) {
    List<String> missing = fields.stream().filter(f -> !node.has(f)).toList();
    if (!missing.isEmpty()) {
      schema(path, "These fields are required: " + missing);
    }
  }

  List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }
}
