package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;

/** How a task's work ended. */
sealed interface TaskOutcome {

  /** With a result. */
  record Result(JsonNode value) implements TaskOutcome {}

  /** With an error. */
  record Fault(Failure failure) implements TaskOutcome {}
}
