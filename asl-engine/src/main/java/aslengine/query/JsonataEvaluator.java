package aslengine.query;

import aslengine.json.Json;
import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** JSONata in texts that begin and end with its marks (developer guide, "Transforming data"). */
public final class JsonataEvaluator implements QueryEvaluator {
  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";

  private final JsonataFunctions functions;
  private final Map<String, CompiledExpression> compiled = new ConcurrentHashMap<>();
  private final JavaValues values = new JavaValues();

  /** Evaluates with the given source of AWS's additional functions. */
  public JsonataEvaluator(JsonataFunctions functions) {
    this.functions = functions;
  }

  @Override
  public Optional<String> expression(String text) {
    boolean wrapped =
        text.startsWith(OPEN)
            && text.endsWith(CLOSE)
            && text.length() >= OPEN.length() + CLOSE.length();
    return wrapped
        ? Optional.of(text.substring(OPEN.length(), text.length() - CLOSE.length()).strip())
        : Optional.empty();
  }

  @Override
  public Optional<String> fault(String text) {
    Optional<String> expression = expression(text);
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    try {
      compile(expression.get());
      return Optional.empty();
    } catch (JException e) {
      return Optional.of("Invalid JSONata expression: " + JsonataMessages.of(e, expression.get()));
    }
  }

  @Override
  public JsonNode evaluate(JsonNode template, String field, Scope scope)
      throws QueryFailedException {
    if (template.isTextual()) {
      Optional<String> expression = expression(template.textValue());
      return expression.isPresent() ? run(expression.get(), field, scope) : template;
    }
    if (template.isObject()) {
      return object(template, field, scope);
    }
    return template.isArray() ? array(template, field, scope) : template;
  }

  private JsonNode object(JsonNode template, String field, Scope scope)
      throws QueryFailedException {
    ObjectNode object = Json.object();
    for (Map.Entry<String, JsonNode> entry : template.properties()) {
      object.set(entry.getKey(), evaluate(entry.getValue(), field + "/" + entry.getKey(), scope));
    }
    return object;
  }

  private JsonNode array(JsonNode template, String field, Scope scope) throws QueryFailedException {
    ArrayNode array = Json.array();
    for (JsonNode element : template) {
      array.add(evaluate(element, field + "[" + array.size() + "]", scope));
    }
    return array;
  }

  private JsonNode run(String expression, String field, Scope scope) throws QueryFailedException {
    String subject =
        "The JSONata expression '" + expression + "' specified for the field '" + field + "' ";
    try {
      Optional<Object> value = compile(expression).evaluate(scope, functions, values);
      if (value.isEmpty()) {
        throw new QueryFailedException(field, subject + "returned nothing (undefined).");
      }
      return values
          .toJson(value.get())
          .orElseThrow(
              () ->
                  new QueryFailedException(
                      field, subject + "returned an unsupported result type."));
    } catch (RuntimeException | StackOverflowError e) {
      throw new QueryFailedException(
          field,
          subject + "threw an error during evaluation. " + JsonataMessages.of(e, expression));
    }
  }

  private CompiledExpression compile(String expression) {
    return compiled.computeIfAbsent(expression, CompiledExpression::new);
  }
}
