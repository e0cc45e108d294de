package aslengine.run;

import aslengine.definition.Distribution;
import aslengine.definition.State;
import aslengine.map.ItemList;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of a Distributed Map: its items and the executions that work on them. */
final class MapRun {
  /** How a map run stands (API reference, DescribeMapRun). */
  enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED
  }

  final String arn;
  final String id;
  final String label;
  final Execution parent;
  final int frameId;
  final String graphPath;
  final State.Map state;
  final Instant started;

  Status status = Status.RUNNING;
  Optional<Instant> stopped = Optional.empty();
  int maxConcurrency;
  long toleratedCount;
  double toleratedPercentage;
  boolean toleranceByCount;
  boolean toleranceByPercentage;
  int redriveCount;
  Optional<Instant> redriven = Optional.empty();
  String source = "STATE_DATA";

  /** Whether items are fields of an object, as key and value. */
  boolean keyed;

  /** Where items are read from, when a reader does that: the evaluated arguments. */
  Optional<JsonNode> reader = Optional.empty();

  /** Where results go, when a writer takes them: the evaluated arguments. */
  Optional<JsonNode> writer = Optional.empty();

  /** The items, once they are read. */
  Optional<ItemList> items = Optional.empty();

  /** The children that were started, by index. */
  final List<Execution> children = new ArrayList<>();

  /** The first item that no child was given. */
  int nextItem;

  /** Children that wait for their turn in a redrive. */
  final List<Execution> toRedrive = new ArrayList<>();

  /** Children that were started or redriven since the last redrive. */
  final Set<Execution> sinceRedrive = new HashSet<>();

  final MapRunCounts counts = new MapRunCounts();
  int running;
  int resultsWritten;

  /** Whether the end of the run is being written already. */
  boolean concluding;

  /** Why the run is to end badly, once that is decided. */
  Optional<Failure> failure = Optional.empty();

  MapRun(Identity identity, Execution parent, int frameId, String graphPath, State.Map state) {
    this.arn = identity.arn();
    this.id = identity.id();
    this.label = identity.label();
    this.started = identity.started();
    this.parent = parent;
    this.frameId = frameId;
    this.graphPath = graphPath;
    this.state = state;
  }

  /** What a map run is known by. */
  record Identity(String arn, String id, String label, Instant started) {}

  Distribution distribution() {
    return state.distribution().orElseThrow();
  }

  boolean isRunning() {
    return status == Status.RUNNING;
  }

  /** Whether the results of the redrive that goes on are to tell of a child. */
  boolean isToldOf(Execution child) {
    return redriveCount == 0 || sinceRedrive.contains(child);
  }

  int total() {
    return items.map(ItemList::size).orElse(0);
  }

  int pendingItems() {
    return total() - nextItem;
  }

  boolean toleranceExceeded() {
    int failed = counts.items(ExecutionStatus.FAILED) + counts.items(ExecutionStatus.TIMED_OUT);
    boolean byPercentage =
        total() > 0 && toleranceByPercentage && failed * 100.0 / total() > toleratedPercentage;
    boolean byCount = (toleranceByCount || !toleranceByPercentage) && failed > toleratedCount;
    return byCount || byPercentage;
  }
}
