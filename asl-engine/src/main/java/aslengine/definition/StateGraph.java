package aslengine.definition;

import java.util.Map;
import java.util.Optional;

/**
 * A machine or a part of one that runs by itself: a branch, an item processor.
 *
 * @param path where it stands in the definition; empty for the whole
 */
public record StateGraph(String path, String startAt, Map<String, State> states) {
  /** Keeps the states unchangeable. */
  public StateGraph {
    states = Map.copyOf(states);
  }

  /** A state that the definition's checks found to exist. */
  public State state(String name) {
    return Optional.ofNullable(states.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no state '" + name + "' in " + path));
  }
}
