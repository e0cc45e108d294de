package aslengine.run;

import aslengine.definition.StateGraph;
import aslengine.history.Details;
import aslengine.history.HistoryEvent;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One execution. While it runs, its frames and input are in memory; once it has ended only what
 * lists need stays, and the rest is read from the journal.
 */
final class Execution {
  /** The events that an execution may have (Step Functions service quotas). */
  static final int MOST_EVENTS = 25_000;

  private static final long NOWHERE = -1;

  final int number;
  final String arn;
  final String name;
  final Machine machine;
  final Revision revision;
  final StateGraph graph;
  final Optional<MapRun> parentRun;

  /** The position among the children of a map run. */
  final int childIndex;

  /** How many items a child of a map run was given. */
  final int itemCount;

  final Instant started;
  ExecutionStatus status = ExecutionStatus.RUNNING;
  Optional<Instant> stopped = Optional.empty();
  int redriveCount;
  Optional<Instant> redriven = Optional.empty();
  long lastEvent;

  /** Where the journal has the input, and the end. */
  long openedAt = NOWHERE;

  long closedAt = NOWHERE;

  /** The parts of the history in the journal: where each is, and the last event in it. */
  private long[] chunks = {};

  private int[] chunkEnds = {};

  private Optional<Live> live = Optional.empty();

  Execution(
      Identity identity, Machine machine, Revision revision, StateGraph graph, Origin origin) {
    this.number = identity.number();
    this.arn = identity.arn();
    this.name = identity.name();
    this.started = identity.started();
    this.machine = machine;
    this.revision = revision;
    this.graph = graph;
    this.parentRun = origin.run();
    this.childIndex = origin.index();
    this.itemCount = origin.itemCount();
  }

  /** What an execution is known by. */
  record Identity(int number, String arn, String name, Instant started) {}

  /** Where an execution comes from. */
  record Origin(Optional<MapRun> run, int index, int itemCount) {
    static final Origin API = new Origin(Optional.empty(), 0, 0);
  }

  /** What is in memory only while an execution runs. */
  static final class Live {
    final String inputText;
    final JsonNode input;
    final Map<Integer, Frame> frames = new LinkedHashMap<>();
    final Set<Integer> changedFrames = new LinkedHashSet<>();
    final List<HistoryEvent> fresh = new ArrayList<>();
    final List<Runnable> cleanups = new ArrayList<>();
    final Runnable onChange;
    int framesMade;
    Optional<String> output = Optional.empty();
    Optional<Failure> failure = Optional.empty();

    Live(String inputText, Runnable onChange) {
      this.inputText = inputText;
      this.input = Json.own(inputText);
      this.onChange = onChange;
    }
  }

  /** Gives it what it needs to run; {@code onChange} is told of all that must be written down. */
  void bringAlive(String inputText, Runnable onChange) {
    live = Optional.of(new Live(inputText, onChange));
  }

  Live live() {
    return live.orElseThrow();
  }

  boolean isLive() {
    return live.isPresent();
  }

  void layToRest() {
    live = Optional.empty();
  }

  boolean isRunning() {
    return status == ExecutionStatus.RUNNING;
  }

  Frame root() {
    return Optional.ofNullable(live().frames.get(0)).orElseThrow();
  }

  Frame newFrame(Optional<Frame> parent, int index, StateGraph of) {
    Frame frame = new Frame(this, live().framesMade++, parent, index, of);
    live().frames.put(frame.id, frame);
    frameChanged(frame);
    return frame;
  }

  void frameChanged(Frame frame) {
    live().changedFrames.add(frame.id);
    live().onChange.run();
  }

  void drop(Frame frame) {
    live().frames.remove(frame.id);
    live().changedFrames.add(frame.id);
  }

  /**
   * Appends an event to the history.
   *
   * @throws HistoryFullException when only the event that ends the execution has room
   */
  long append(String type, long previous, Instant now, Supplier<Optional<Details>> details) {
    if (lastEvent >= MOST_EVENTS - 1) {
      throw new HistoryFullException();
    }
    return appendLast(type, previous, now, details.get());
  }

  /** Appends the event that ends the execution, for which there is always room. */
  long appendLast(String type, long previous, Instant now, Optional<Details> details) {
    lastEvent++;
    live().fresh.add(new HistoryEvent(lastEvent, previous, now, type, details.map(Details::build)));
    live().onChange.run();
    return lastEvent;
  }

  /** The last event that is in the journal. */
  long lastWrittenEvent() {
    return lastEvent - live.map(l -> l.fresh.size()).orElse(0);
  }

  /** Says that the journal has the events up to the last one. */
  void addChunk(long position) {
    int count = chunks.length;
    chunks = Arrays.copyOf(chunks, count + 1);
    chunkEnds = Arrays.copyOf(chunkEnds, count + 1);
    chunks[count] = position;
    chunkEnds[count] = (int) lastEvent;
  }

  /** Where the journal has the events between two ids, oldest first. */
  List<Long> chunksBetween(long least, long most) {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < chunks.length; i++) {
      boolean beginsInTime = i == 0 || chunkEnds[i - 1] < most;
      if (chunkEnds[i] >= least && beginsInTime) {
        found.add(chunks[i]);
      }
    }
    return found;
  }
}
