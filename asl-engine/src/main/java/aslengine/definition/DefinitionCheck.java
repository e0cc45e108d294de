package aslengine.definition;

import aslengine.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks that a definition must pass before it is accepted (ASL;
 * ValidateStateMachineDefinition).
 */
public final class DefinitionCheck {
  private static final int LONGEST_DEFINITION = 1 << 20;
  private static final int LONGEST_TIMEOUT_SECONDS = 99_999_999;

  private final ExpressionCheck expressions;

  /** Checks expressions with {@code expressions}. */
  public DefinitionCheck(ExpressionCheck expressions) {
    this.expressions = expressions;
  }

  /**
   * Every fault of a definition; none when it can be run.
   *
   * @param express whether the machine is an Express one
   */
  public List<Diagnostic> check(String text, boolean express) {
    if (text.length() > LONGEST_DEFINITION) {
      return List.of(
          new Diagnostic(
              Diagnostic.SCHEMA, "Definition must be at most 1 MiB long", Optional.empty()));
    }
    try {
      JsonNode root = Json.parse(text);
      return root.isObject() ? check(root, express) : List.of(notAnObject());
    } catch (JsonProcessingException e) {
      return List.of(notJson(e));
    }
  }

  private List<Diagnostic> check(JsonNode root, boolean express) {
    QueryLanguage language = DefinitionReader.language(root, QueryLanguage.JSONPATH);
    Findings findings = new Findings(expressions, language, express);
    checkTopLevel(root, findings);
    new GraphCheck(findings).check(root, "", GraphCheck.MACHINE_FIELDS, Set.of());
    return findings.all();
  }

  private static void checkTopLevel(JsonNode root, Findings findings) {
    JsonNode language = root.path("QueryLanguage");
    if (!language.isMissingNode() && !Set.of("JSONata", "JSONPath").contains(language.asText())) {
      findings.schema("/QueryLanguage", "Value is not valid: must be one of [JSONPath, JSONata]");
    }
    JsonNode timeout = root.path("TimeoutSeconds");
    if (!timeout.isMissingNode()
        && !(timeout.isIntegralNumber()
            && timeout.asLong() > 0
            && timeout.asLong() <= LONGEST_TIMEOUT_SECONDS)) {
      findings.schema(
          "/TimeoutSeconds", "Expected an integer between 1 and " + LONGEST_TIMEOUT_SECONDS);
    }
  }

  private static Diagnostic notAnObject() {
    return new Diagnostic(
        Diagnostic.SCHEMA, "Definition must be a valid JSON object", Optional.empty());
  }

  private static Diagnostic notJson(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(
            at ->
                new Diagnostic(
                    "INVALID_JSON_DESCRIPTION",
                    e.getOriginalMessage(),
                    Optional.of("line: " + at.getLineNr() + ", column: " + at.getColumnNr())))
        .orElseGet(DefinitionCheck::notAnObject);
  }
}
