package aslengine.definition;

import java.util.Optional;

/**
 * One fault of a definition (API reference, ValidateStateMachineDefinitionDiagnostic).
 *
 * @param location the path of the faulty field, when there is one
 */
public record Diagnostic(String code, String message, Optional<String> location) {
  static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
  static final String TRANSITION = "MISSING_TRANSITION_TARGET";

  /** The fault as CreateStateMachine's error message words it. */
  public String sentence() {
    return code + ": " + message + location.map(l -> " at " + l).orElse("");
  }
}
