package aslengine.query;

import aslengine.json.Json;
import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words JSONata's errors as the reference implementation does, which Step Functions quotes: the
 * Java library numbers the same errors but fills in their texts in its own way.
 */
final class JsonataMessages {
  private static final Pattern FUNCTION_BEFORE = Pattern.compile("\\$(\\w+)\\s*\\($");
  private static final Pattern QUOTED_NUMBER = Pattern.compile("\"(-?\\d+(\\.\\d+)?)\"");
  private static final Pattern OPERATOR = Pattern.compile("!=|<=|>=|[-+*/%&<>=]");

  private static final Pattern CALL = Pattern.compile("\\$(\\w+)\\s*\\(");
  private static final String WRONG_TYPE = "argument type mismatch";
  private static final String WITHOUT_CODE = "JSonataException ";
  private static final String NO_SEARCH_TEXT =
      "Second argument of replace function cannot be an empty string";
  private static final String NOT_SORTABLE =
      "D3070: The single argument form of the sort function can only be applied to an array of"
          + " strings or an array of numbers.  Use the second argument to specify a comparison"
          + " function";
  private static final JavaValues VALUES = new JavaValues();

  private JsonataMessages() {}

  static String of(Throwable error, String expression) {
    Throwable root = rootOf(error);
    return switch (root) {
      case JException e -> code(e, expression);
      case NumberFormatException e ->
          "D3030: Unable to cast value to a number: " + notANumber(String.valueOf(e.getMessage()));
      case DateTimeParseException e ->
          "D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp."
              + " Given "
              + Json.text(TextNode.valueOf(e.getParsedString()));
      case ClassCastException e when expression.contains("$sort") -> NOT_SORTABLE;
      case IllegalArgumentException e when WRONG_TYPE.equals(e.getMessage()) ->
          mismatch(1, onlyFunctionIn(expression));
      case JsonProcessingException e -> String.valueOf(e.getOriginalMessage());
      case StackOverflowError e ->
          "U1001: Stack overflow error: the expression is nested too deeply";
      default -> Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
    };
  }

  private static Throwable rootOf(Throwable error) {
    return Stream.iterate(error, Throwable::getCause)
        .takeWhile(e -> e != null)
        .filter(e -> e instanceof JException || e.getCause() == null)
        .findFirst()
        .orElse(error);
  }

  private static String code(JException e, String expression) {
    String code = e.getError();
    String message = String.valueOf(e.getMessage());
    return switch (code) {
      case "T0410" -> argumentMismatch(e, expression);
      case "D1002" ->
          code
              + ": Cannot negate a non-numeric value: "
              + VALUES.toJson(e.getExpected()).map(Json::text).orElse("");
      case NO_SEARCH_TEXT -> "D3010: " + code;
      case "T0412" ->
          code
              + ": Argument 1 of function \""
              + functionAt(e, expression)
              + "\" must be an array of "
              + '"'
              + typeName(String.valueOf(e.getExpected()))
              + '"';
      default ->
          message.equals(WITHOUT_CODE + code)
              ? code
              : code + ": " + cleaned(message, e, expression);
    };
  }

  private static String argumentMismatch(JException e, String expression) {
    return e.getCurrent() instanceof Number index
        ? mismatch(index.intValue(), String.valueOf(e.getExpected()))
        : mismatch(1, onlyFunctionIn(expression));
  }

  private static String mismatch(int argument, String function) {
    return "T0410: Argument "
        + argument
        + " of function \""
        + function
        + "\" does not match function signature";
  }

  /** The name of the function that is called, if it is clear which one is meant. */
  private static String onlyFunctionIn(String expression) {
    List<String> names =
        CALL.matcher(expression).results().map(r -> r.group(1)).distinct().toList();
    return names.size() == 1 ? names.getFirst() : "";
  }

  /** The library's texts say "Object" where the reference says "function", and quote numbers. */
  private static String cleaned(String message, JException e, String expression) {
    String text = message.replace("() Object", "() function").replace(" Object ", " function ");
    text = text.replace("{{token}}", "\"" + operatorIn(expression) + "\"");
    Matcher number = QUOTED_NUMBER.matcher(text);
    return e.getCurrent() instanceof Number || e.getExpected() instanceof Number
        ? number.replaceAll("$1")
        : text;
  }

  private static String operatorIn(String expression) {
    Matcher operator = OPERATOR.matcher(expression);
    return operator.find() ? operator.group() : "";
  }

  private static String functionAt(JException e, String expression) {
    int at = Math.clamp(e.getLocation(), 0, expression.length());
    Matcher matcher = FUNCTION_BEFORE.matcher(expression.substring(0, at));
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String typeName(String letter) {
    return switch (letter) {
      case "n" -> "numbers";
      case "s" -> "strings";
      case "b" -> "booleans";
      case "o" -> "objects";
      case "a" -> "arrays";
      case "f" -> "functions";
      default -> letter;
    };
  }

  private static String notANumber(String message) {
    return message.equals("empty String")
        ? "\"\""
        : message.substring(message.indexOf(':') + 1).strip();
  }
}
