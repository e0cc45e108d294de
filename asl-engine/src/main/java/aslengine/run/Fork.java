package aslengine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The branches of a Parallel or the iterations of an inline Map. */
final class Fork {
  final int length;
  final int concurrency;

  /** The items of a Map; empty for a Parallel. */
  final Optional<JsonNode> items;

  /** The last event of the children: where the chain goes on when all are done. */
  long lastEvent;

  private final TreeMap<Integer, Frame> children = new TreeMap<>();
  private int done;

  Fork(int length, int concurrency, Optional<JsonNode> items, long lastEvent) {
    this.length = length;
    this.concurrency = concurrency;
    this.items = items;
    this.lastEvent = lastEvent;
  }

  void add(Frame child) {
    children.put(child.index, child);
    if (child.status == Frame.Status.DONE) {
      done++;
    }
  }

  void childDone() {
    done++;
  }

  /** Those that were started, in order. */
  List<Frame> children() {
    return List.copyOf(children.values());
  }

  /** How many were started. */
  int started() {
    return children.size();
  }

  boolean isDone() {
    return done == length;
  }

  List<JsonNode> outputs() {
    return children.values().stream().map(c -> c.output.orElseThrow()).toList();
  }
}
