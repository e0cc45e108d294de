package mosaicmatch.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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

  /** Without what the reader adds in brackets: values of the event, and its own options. */
  private static String problem(JsonProcessingException e) {
    var ours = e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : null;
    if (ours != null) {
      return ours;
    }
    return e instanceof UnrecognizedPropertyException
        ? "is not known here"
        : e.getOriginalMessage().replaceAll(" ?\\(.*$", "");
  }

  private static String cut(String message) {
    var line = message.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
