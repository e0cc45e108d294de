package aslengine.run;

import aslengine.definition.MachineDefinition;
import aslengine.definition.State;
import aslengine.definition.StateGraph;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One version of a machine: executions keep the one they began with. */
final class Revision {
  final String id;
  final String text;
  final String roleArn;
  final Instant since;
  final MachineDefinition definition;
  private final Map<String, StateGraph> graphs = new HashMap<>();

  Revision(String id, String text, String roleArn, Instant since) {
    this.id = id;
    this.text = text;
    this.roleArn = roleArn;
    this.since = since;
    this.definition = MachineDefinition.parse(text);
    index(definition.graph());
  }

  /** The part of the definition at a path. */
  StateGraph graph(String path) {
    return Optional.ofNullable(graphs.get(path)).orElseThrow();
  }

  private void index(StateGraph graph) {
    graphs.put(graph.path(), graph);
    for (State state : graph.states().values()) {
      switch (state) {
        case State.Parallel parallel -> parallel.branches().forEach(this::index);
        case State.Map map -> index(map.processor());
        default -> {
          // No other type has machines inside.
        }
      }
    }
  }
}
