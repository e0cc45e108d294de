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
public final class FunctionErrors {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_FRAMES = 32;
  private static final int MAX_CAUSES = 4;
  private static final int ABORTED = 128 + 6;
  private static final int KILLED = 128 + 9;

  private FunctionErrors() {}

  /** What it answers when the handler throws. */
  public static Outcome thrown(Throwable thrown) {
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

  /** What it answers when a call takes longer than the function's time-out. */
  public static Outcome timedOut(String requestId, Duration timeout) {
    String message =
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            timeout.toMillis() / 1000.0);
    return new Outcome(true, error("Sandbox.Timedout", message).toString());
  }

  /**
   * What it answers when the function's process ends in the middle of a call.
   *
   * @param exitCode as the shell has it: above 128 for the number of a signal
   */
  public static Outcome exited(String requestId, int exitCode) {
    String message = "RequestId: " + requestId + " Error: " + exit(exitCode);
    return new Outcome(true, error("Runtime.ExitError", message).toString());
  }

  private static String exit(int code) {
    return switch (code) {
      case 0 -> "Runtime exited without providing a reason";
      case ABORTED -> "Runtime exited with error: signal: aborted";
      case KILLED -> "Runtime exited with error: signal: killed";
      default -> "Runtime exited with error: exit status " + code;
    };
  }

  /** What it answers when an answer is longer than {@link Functions#MAX_RESPONSE_BYTES}. */
  public static Outcome responseTooLarge(long size, int limit) {
    String message =
        "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
            .formatted(size, limit);
    return new Outcome(true, error("Function.ResponseSizeTooLarge", message).toString());
  }

  private static ObjectNode error(String type, @Nullable String message) {
    return JSON.createObjectNode().put("errorMessage", message).put("errorType", type);
  }
}
