package aslengine.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One query language: fills in the expressions of a field. */
public interface QueryEvaluator {

  /**
   * The value of a field.
   *
   * @param template the field as it stands in the definition
   * @param field its name and, further in, its path, as error messages show it
   * @throws QueryFailedException when an expression fails, is undefined or has no JSON form
   */
  JsonNode evaluate(JsonNode template, String field, Scope scope) throws QueryFailedException;

  /** The expression inside a text, if the text is one. */
  Optional<String> expression(String text);

  /** What is wrong with a text as an expression of this language; empty when nothing is. */
  Optional<String> fault(String text);
}
