package aslengine.query;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.Locale;

/** Evaluates fields that must have a certain type, with AWS's words for those that have not. */
public final class TypedField {
  private final QueryEvaluator evaluator;
  private final Scope scope;

  /** Evaluates fields of a state with what its expressions can see. */
  public TypedField(QueryEvaluator evaluator, Scope scope) {
    this.evaluator = evaluator;
    this.scope = scope;
  }

  /** A whole number between two bounds. */
  public long integer(JsonNode template, String field, long least, long most)
      throws QueryFailedException {
    JsonNode value = typed(template, field, JsonNodeType.NUMBER);
    BigDecimal number = value.decimalValue();
    if (number.stripTrailingZeros().scale() > 0) {
      throw new QueryFailedException(
          field,
          "The " + name(field) + " field cannot be parsed as an integer: " + Json.text(value));
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw outOfRange(field, least, most, value);
    }
    return number.longValueExact();
  }

  /** A number between two bounds. */
  public double number(JsonNode template, String field, long least, long most)
      throws QueryFailedException {
    JsonNode value = typed(template, field, JsonNodeType.NUMBER);
    double number = value.doubleValue();
    if (number < least || number > most) {
      throw outOfRange(field, least, most, value);
    }
    return number;
  }

  /** A text. */
  public String text(JsonNode template, String field) throws QueryFailedException {
    return typed(template, field, JsonNodeType.STRING).textValue();
  }

  /** True or false. */
  public boolean flag(JsonNode template, String field) throws QueryFailedException {
    return typed(template, field, JsonNodeType.BOOLEAN).booleanValue();
  }

  /** Any value. */
  public JsonNode any(JsonNode template, String field) throws QueryFailedException {
    return evaluator.evaluate(template, field, scope);
  }

  /** The exception for a value of a type that its field cannot take. */
  public QueryFailedException unexpected(
      JsonNode template, String field, String expected, JsonNode value) {
    return new QueryFailedException(
        field,
        "The JSONata expression '"
            + evaluator.expression(template.asText()).orElse(Json.text(template))
            + "' specified for the field '"
            + field
            + "' returned an unexpected result type. Expected '"
            + expected
            + "', but was '"
            + typeName(value.getNodeType())
            + "' for value: "
            + Json.text(value));
  }

  private JsonNode typed(JsonNode template, String field, JsonNodeType type)
      throws QueryFailedException {
    JsonNode value = evaluator.evaluate(template, field, scope);
    if (value.getNodeType() != type) {
      throw unexpected(template, field, typeName(type), value);
    }
    return value;
  }

  private static QueryFailedException outOfRange(
      String field, long least, long most, JsonNode value) {
    return new QueryFailedException(
        field,
        name(field)
            + " must be between "
            + least
            + " and "
            + most
            + " but was: "
            + Json.text(value));
  }

  private static String name(String field) {
    return field.substring(field.lastIndexOf('/') + 1);
  }

  private static String typeName(JsonNodeType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
