package aslengine.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an expression can see.
 *
 * @param input the state's input
 * @param result the result of the state's work, where there is one
 * @param errorOutput the error that a catcher met
 * @param context the context object, built only when an expression asks for it
 */
public record Scope(
    JsonNode input,
    Optional<JsonNode> result,
    Optional<JsonNode> errorOutput,
    Supplier<JsonNode> context,
    Variables variables) {

  /** The variables in sight. */
  @FunctionalInterface
  public interface Variables {
    /** A variable's value, if it was assigned here or further out. */
    Optional<JsonNode> find(String name);
  }

  /** The same sight with a result. */
  public Scope withResult(JsonNode value) {
    return new Scope(input, Optional.of(value), errorOutput, context, variables);
  }

  /** The same sight with an error. */
  public Scope withErrorOutput(JsonNode value) {
    return new Scope(input, Optional.empty(), Optional.of(value), context, variables);
  }

  /** The same sight with another context object. */
  public Scope withContext(Supplier<JsonNode> other) {
    return new Scope(input, result, errorOutput, other, variables);
  }
}
