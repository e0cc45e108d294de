package aslengine.run;

import aslengine.definition.StateGraph;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One running copy of a machine: the execution itself, a branch of a Parallel, or an iteration of
 * an inline Map.
 */
final class Frame {
  /** How far a frame has come. */
  enum Status {
    /** On its way. */
    ACTIVE,
    /** At its end, with an output. */
    DONE,
    /** Stopped by an error of its own. */
    FAILED,
    /** Stopped because another one failed. */
    ABORTED
  }

  final Execution execution;
  final int id;
  final Optional<Frame> parent;
  final int index;
  final StateGraph graph;
  final Map<String, JsonNode> variables = new LinkedHashMap<>();

  Status status = Status.ACTIVE;

  /** The end of this frame's chain of events. */
  long tail;

  /** What {@code $states.context.Map.Item} says in an iteration. */
  Optional<JsonNode> mapItem = Optional.empty();

  /** The state to enter next. */
  Optional<Move> move = Optional.empty();

  /** Whether it is being moved right now. */
  boolean advancing;

  /** The state it is in. */
  Optional<Visit> visit = Optional.empty();

  Optional<JsonNode> output = Optional.empty();

  Frame(Execution execution, int id, Optional<Frame> parent, int index, StateGraph graph) {
    this.execution = execution;
    this.id = id;
    this.parent = parent;
    this.index = index;
    this.graph = graph;
  }

  /** A transition that was decided. */
  record Move(String state, JsonNode input) {}

  Visit current() {
    return visit.orElseThrow();
  }

  /** The nearest item of a Map around this frame. */
  Optional<JsonNode> nearestItem() {
    return mapItem.or(() -> parent.flatMap(Frame::nearestItem));
  }

  /** A variable assigned here or further out. */
  Optional<JsonNode> variable(String name) {
    return Optional.ofNullable(variables.get(name)).or(() -> parent.flatMap(p -> p.variable(name)));
  }

  boolean isActive() {
    return status == Status.ACTIVE && execution.isRunning();
  }

  /** Says that the frame has to be written down. */
  void changed() {
    execution.frameChanged(this);
  }
}
