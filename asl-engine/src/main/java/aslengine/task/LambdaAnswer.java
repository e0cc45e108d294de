package aslengine.task;

import com.fasterxml.jackson.databind.JsonNode;

/** What a function answered. */
public sealed interface LambdaAnswer {

  /** The payload that came back. */
  JsonNode payload();

  /** The function returned. */
  record Returned(JsonNode payload) implements LambdaAnswer {}

  /**
   * The function threw: the payload is Lambda's error object, of which {@code errorType} becomes
   * the error name and the whole text the cause.
   */
  record Threw(JsonNode payload) implements LambdaAnswer {}
}
