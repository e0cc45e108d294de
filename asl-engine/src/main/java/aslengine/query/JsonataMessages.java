package aslengine.query;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.core.JsonProcessingException;
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

  private JsonataMessages() {}

  static String of(Throwable error, String expression) {
    Throwable root = rootOf(error);
    return switch (root) {
      case JException e -> code(e, expression);
      case NumberFormatException e ->
          "D3030: Unable to cast value to a number: " + afterColon(String.valueOf(e.getMessage()));
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
      case "T0410" -> code + ": " + argumentMismatch(e);
      case "T0412" ->
          code
              + ": Argument 1 of function \""
              + functionAt(e, expression)
              + "\" must be an array of "
              + typeName(String.valueOf(e.getExpected()));
      default -> code + ": " + cleaned(message, e, expression);
    };
  }

  private static String argumentMismatch(JException e) {
    return "Argument "
        + e.getCurrent()
        + " of function \""
        + e.getExpected()
        + "\" does not match function signature";
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

  private static String afterColon(String message) {
    return message.substring(message.indexOf(':') + 1).strip();
  }
}
