package mosaicmatch.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Optional;
import java.util.stream.Collectors;

/** An event is not what the function takes; final. The message names the field or the place. */
public final class BadInputException extends RuntimeException {

  private static final int MAX_LENGTH = 300;

  /** With what is wrong, and where. */
  public BadInputException(String message) {
    super(cut(message));
  }

  private BadInputException(String message, Throwable cause) {
    super(cut(message), cause);
  }

  /** From what the JSON reader said. */
  static BadInputException of(JsonProcessingException e) {
    return new BadInputException(place(e) + ": " + problem(e), e);
  }

  /**
   * From what the JSON reader said of a part of the event.
   *
   * @param part the field that holds the part
   */
  public static BadInputException in(String part, JsonProcessingException e) {
    return new BadInputException(part + ": " + place(e) + ": " + problem(e), e);
  }

  private static String place(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return mapping.getPath().stream()
          .map(
              step ->
                  step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
          .collect(Collectors.joining("."))
          .replace(".[", "[");
    }
    var location = e.getLocation();
    return location == null
        ? "event"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** In our own words: the reader's would quote values of the event, or name our types. */
  private static String problem(JsonProcessingException e) {
    return switch (e) {
      case JsonMappingException ours when wordsOfOurs(ours).isPresent() -> wordsOfOurs(ours).get();
      case UnrecognizedPropertyException _ -> "is not known here";
      case InvalidFormatException _ -> "must not have this value";
      case ValueInstantiationException _ -> "must not hold null";
      case InputCoercionException _ -> "is out of range";
      case StreamConstraintsException _ -> "is longer or deeper than JSON may be here";
      default -> readersWords(e.getOriginalMessage());
    };
  }

  private static Optional<String> wordsOfOurs(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException ours
            && !(ours instanceof NumberFormatException)
        ? Optional.ofNullable(ours.getMessage())
        : Optional.empty();
  }

  private static String readersWords(String message) {
    var words = message.replaceAll("(?s) ?\\(.*$", "").replaceAll("(?s)token '.*$", "token");
    return words.contains("`") ? "is of a wrong type" : words;
  }

  private static String cut(String message) {
    var line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
