package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One state of a machine (ASL, "State types"). Fields that take an expression or a literal are kept
 * as JSON and evaluated when the state is reached.
 */
public sealed interface State {

  /** What states of every type have. */
  StateBase base();

  /** The name, unique in the whole machine. */
  default String name() {
    return base().name();
  }

  /** The type as event names spell it. */
  default String type() {
    return getClass().getSimpleName();
  }

  /** How a state meets errors; empty for the types that cannot. */
  default Recovery recovery() {
    return Recovery.NONE;
  }

  /** Passes its input on, or what its Output says. */
  record Pass(StateBase base, Optional<JsonNode> result) implements State {}

  /** Has work done elsewhere. */
  record Task(
      StateBase base,
      String resource,
      Optional<JsonNode> arguments,
      Optional<JsonNode> timeoutSeconds,
      Optional<JsonNode> heartbeatSeconds,
      Recovery recovery)
      implements State {}

  /** Goes where the first rule that holds points to. */
  record Choice(StateBase base, List<Rule> rules, Optional<String> defaultNext) implements State {
    /** One rule of a Choice. */
    public record Rule(
        JsonNode condition, String next, Optional<JsonNode> output, Optional<ObjectNode> assign) {}
  }

  /** Waits for a time or until a time. */
  record Wait(StateBase base, Optional<JsonNode> seconds, Optional<JsonNode> timestamp)
      implements State {}

  /** Ends its machine well. */
  record Succeed(StateBase base) implements State {}

  /** Ends its machine with an error. */
  record Fail(StateBase base, Optional<JsonNode> error, Optional<JsonNode> cause)
      implements State {}

  /** Runs its branches side by side. */
  record Parallel(
      StateBase base, Optional<JsonNode> arguments, List<StateGraph> branches, Recovery recovery)
      implements State {}

  /** Runs one machine for each item, inside this execution or as executions of its own. */
  record Map(
      StateBase base,
      Optional<JsonNode> items,
      Optional<JsonNode> itemSelector,
      Optional<JsonNode> maxConcurrency,
      StateGraph processor,
      Optional<Distribution> distribution,
      Recovery recovery)
      implements State {}
}
