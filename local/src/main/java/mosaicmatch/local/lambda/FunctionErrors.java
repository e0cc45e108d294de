package mosaicmatch.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda answers when a function fails (Lambda developer guide, "AWS Lambda function errors in
 * Java"): the errorType is what state machines match in Retry and Catch.
 */
final class FunctionErrors {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_FRAMES = 32;
  private static final int MAX_CAUSES = 4;

  private FunctionErrors() {}

  static Outcome thrown(Throwable thrown) {
    return new Outcome(true, describe(thrown, MAX_CAUSES).toString());
  }

  private static ObjectNode describe(Throwable thrown, int causesLeft) {
    ObjectNode error = error(thrown.getClass().getName(), thrown.getMessage());
    Arrays.stream(thrown.getStackTrace())
        .limit(MAX_FRAMES)
        .forEach(frame -> error.withArray("stackTrace").add(frame.toString()));
    Throwable cause = thrown.getCause();
    if (cause != null && causesLeft > 0) {
      error.set("cause", describe(cause, causesLeft - 1));
    }
    return error;
  }

  static Outcome timedOut(String requestId, Duration timeout) {
    String message =
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            timeout.toMillis() / 1000.0);
    return new Outcome(true, error("Sandbox.Timedout", message).toString());
  }

  static Outcome responseTooLarge(int size, int limit) {
    String message =
        "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
            .formatted(size, limit);
    return new Outcome(true, error("Function.ResponseSizeTooLarge", message).toString());
  }

  private static ObjectNode error(String type, @Nullable String message) {
    return JSON.createObjectNode().put("errorMessage", message).put("errorType", type);
  }
}
