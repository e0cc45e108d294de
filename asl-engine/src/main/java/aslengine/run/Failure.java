package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An error on its way through the states. */
record Failure(Optional<String> error, Optional<String> cause, Kind kind) {
  static final String RUNTIME = "States.Runtime";
  static final String TIMEOUT = "States.Timeout";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String QUERY = "States.QueryEvaluationError";

  /** A task that took too long. */
  static final Failure TIMED_OUT =
      new Failure(Optional.of(TIMEOUT), Optional.empty(), Kind.ORDINARY);

  /** A task whose heartbeat stayed out: Step Functions reports it as a time-out. */
  static final Failure NO_HEARTBEAT =
      new Failure(Optional.of(TIMEOUT), Optional.empty(), Kind.HEARTBEAT);

  /** What sets a failure apart beyond its name. */
  enum Kind {
    /** Can be retried and caught. */
    ORDINARY,
    /** Can be retried and caught, by the name States.HeartbeatTimeout too. */
    HEARTBEAT,
    /** Ends the execution, past every Retry and Catch. */
    TERMINAL
  }

  static Failure of(String error, String cause) {
    return of(error, Optional.of(cause));
  }

  static Failure of(String error, Optional<String> cause) {
    return new Failure(Optional.of(error), cause, Kind.ORDINARY);
  }

  static Failure terminal(String error, String cause) {
    return new Failure(Optional.of(error), Optional.of(cause), Kind.TERMINAL);
  }

  /** What is said of a result that is too big; {@code what} is a resource or a state. */
  static String tooBig(String what) {
    return "The state/task '"
        + what
        + "' returned a result with a size exceeding the maximum number of bytes service limit.";
  }

  /** What a catcher gets to see. */
  JsonNode output() {
    return Json.object().put("Error", error.orElse("")).put("Cause", cause.orElse(""));
  }

  boolean is(String name) {
    return error.filter(name::equals).isPresent();
  }

  boolean isTerminal() {
    return kind == Kind.TERMINAL;
  }
}
