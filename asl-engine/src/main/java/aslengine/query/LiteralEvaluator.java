package aslengine.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Takes every field as it is written. Serves JSONPath states, of which only those without paths,
 * templates and intrinsic functions are accepted; an evaluator of JSONPath takes this place.
 */
public final class LiteralEvaluator implements QueryEvaluator {
  /** The one evaluator of literals. */
  public LiteralEvaluator() {}

  @Override
  public JsonNode evaluate(JsonNode template, String field, Scope scope) {
    return template;
  }

  @Override
  public Optional<String> expression(String text) {
    return Optional.empty();
  }

  @Override
  public Optional<String> fault(String text) {
    return Optional.empty();
  }
}
