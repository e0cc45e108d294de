package aslengine.run;

import aslengine.definition.Distribution;
import aslengine.definition.State;
import aslengine.history.Details;
import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import aslengine.map.ItemList;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs Distributed Maps: reads the items, starts the children, and concludes when all are done. */
final class MapRuns {
  private static final String EXCEEDED = "States.ExceedToleratedFailureThreshold";
  static final int MOST_CHILDREN_AT_A_TIME = 10_000;
  private static final int WHOLE_PERCENTAGE = 100;

  private final Interpreter interpreter;
  private final ExecutionRegistry registry;
  private final MapRunFiles files;

  MapRuns(Interpreter interpreter, ExecutionRegistry registry) {
    this.interpreter = interpreter;
    this.registry = registry;
    this.files = new MapRunFiles(interpreter, registry);
  }

  void start(Frame frame, State.Map map) throws QueryFailedException {
    TypedField fields = interpreter.fields(frame, interpreter.scope(frame));
    Distribution distribution = map.distribution().orElseThrow();
    Optional<MapItems> items =
        distribution.reader().isPresent()
            ? Optional.empty()
            : Optional.of(MapItems.of(map, fields, frame.current().input));
    int concurrency = MapItems.concurrency(map, fields, MOST_CHILDREN_AT_A_TIME);
    frame.current().startedEvent =
        interpreter.append(
            frame,
            "MapStateStarted",
            Details.of().put("length", items.map(MapItems::size).orElse(0)));
    MapRun run = open(frame, map);
    run.maxConcurrency = concurrency;
    tolerances(run, distribution, fields);
    run.reader = files.readerArguments(distribution, fields);
    run.writer = files.writerArguments(distribution, fields);
    frame.current().mapRun = Optional.of(run);
    frame.current().stage = Visit.Stage.MAP_RUN;
    registry.add(run);
    interpreter.append(frame, "MapRunStarted", Details.of().put("mapRunArn", run.arn));
    items.ifPresent(given -> take(run, given));
    interpreter.soon(run.parent, () -> proceed(run));
  }

  private MapRun open(Frame frame, State.Map map) {
    String machine = frame.execution.machine.name;
    String label =
        map.distribution().orElseThrow().label().orElseGet(() -> generatedLabel(frame, map));
    String id = interpreter.parts.newId().toString();
    String arn = interpreter.parts.arns().mapRun(machine, label, id);
    return new MapRun(
        new MapRun.Identity(arn, id, label, interpreter.now()),
        frame.execution,
        frame.id,
        frame.graph.path(),
        map);
  }

  private static String generatedLabel(Frame frame, State.Map map) {
    String name = frame.execution.machine.arn + map.base().path();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void tolerances(MapRun run, Distribution distribution, TypedField fields)
      throws QueryFailedException {
    if (distribution.toleratedFailureCount().isPresent()) {
      run.toleranceByCount = true;
      run.toleratedCount =
          fields.integer(
              distribution.toleratedFailureCount().get(),
              "ToleratedFailureCount",
              0,
              Integer.MAX_VALUE);
    }
    if (distribution.toleratedFailurePercentage().isPresent()) {
      run.toleranceByPercentage = true;
      run.toleratedPercentage =
          fields.number(
              distribution.toleratedFailurePercentage().get(),
              "ToleratedFailurePercentage",
              0,
              WHOLE_PERCENTAGE);
    }
  }

  private void take(MapRun run, MapItems given) {
    ItemList list = new ItemList(interpreter.parts.journal());
    given.array().forEach(list::add);
    list.finish();
    run.keyed = given.keyed();
    run.items = Optional.of(list);
  }

  /** Does what is next: reads items, starts children, or concludes. */
  void proceed(MapRun run) {
    registry.changed(run);
    if (!run.isRunning() || run.concluding) {
      return;
    }
    if (run.items.isEmpty() && run.failure.isEmpty()) {
      files.read(run, () -> proceed(run));
      return;
    }
    while (mayStart(run)) {
      startNext(run);
    }
    if (run.running == 0) {
      run.concluding = true;
      files.conclude(run, result -> ended(run, result));
    }
  }

  private static boolean mayStart(MapRun run) {
    return run.failure.isEmpty()
        && run.running < run.maxConcurrency
        && (!run.toRedrive.isEmpty() || run.pendingItems() > 0);
  }

  private void startNext(MapRun run) {
    if (!run.toRedrive.isEmpty()) {
      Execution child = run.toRedrive.removeFirst();
      run.counts.remove(child);
      run.sinceRedrive.add(child);
      registry.redriveChild(child);
      run.counts.add(child);
      run.running++;
      return;
    }
    try {
      MapBatch batch = new MapBatches(interpreter, run).next();
      run.nextItem += batch.itemCount();
      start(run, batch);
    } catch (QueryFailedException e) {
      run.failure =
          Optional.of(Failure.of(Failure.QUERY, Interpreter.prefix(frame(run)) + e.message()));
    }
  }

  private void start(MapRun run, MapBatch batch) {
    String input = Json.text(batch.input());
    if (PayloadLimit.isExceededBy(input)) {
      run.failure =
          Optional.of(Failure.terminal(Failure.DATA_LIMIT, Failure.tooBig(run.state.name())));
      return;
    }
    Execution child = registry.newChild(run, batch.itemCount(), input);
    run.children.add(child);
    run.sinceRedrive.add(child);
    run.counts.add(child);
    run.running++;
    interpreter.begin(child);
  }

  /** Takes note of a child that ended. */
  void childEnded(Execution child) {
    MapRun run = child.parentRun.orElseThrow();
    run.running--;
    recount(run, child);
    if (run.isRunning() && run.failure.isEmpty() && run.toleranceExceeded()) {
      run.failure =
          Optional.of(
              Failure.of(EXCEEDED, "The specified tolerated failure threshold was exceeded"));
      stopChildren(run);
    }
    interpreter.loop.later(() -> proceed(run));
  }

  /** The child was counted as running until now. */
  private static void recount(MapRun run, Execution child) {
    ExecutionStatus status = child.status;
    child.status = ExecutionStatus.RUNNING;
    run.counts.remove(child);
    child.status = status;
    run.counts.add(child);
  }

  /** Standard children are stopped; Express ones run to their end, as they cannot be stopped. */
  private void stopChildren(MapRun run) {
    if (!run.distribution().expressChildren()) {
      for (Execution child : List.copyOf(run.children)) {
        if (child.isRunning()) {
          interpreter.endings().abort(child, Optional.empty(), Optional.empty());
        }
      }
    }
  }

  /** Ends a run because its parent ended. */
  void abort(MapRun run) {
    if (run.isRunning()) {
      end(run, MapRun.Status.ABORTED);
      stopChildren(run);
    }
  }

  private void end(MapRun run, MapRun.Status status) {
    run.status = status;
    run.stopped = Optional.of(interpreter.now());
    run.toRedrive.clear();
    registry.changed(run);
  }

  private void ended(MapRun run, JsonNode result) {
    run.concluding = false;
    if (!run.isRunning()) {
      return;
    }
    Optional<Failure> failure = run.failure;
    end(run, failure.isPresent() ? MapRun.Status.FAILED : MapRun.Status.SUCCEEDED);
    interpreter.guarded(
        run.parent,
        () -> {
          Frame frame = frame(run);
          if (failure.isPresent()) {
            interpreter.append(
                frame,
                "MapRunFailed",
                Details.failure(failure.get().error(), failure.get().cause()));
            interpreter.fail(frame, failure.get());
          } else {
            succeeded(frame, run, result);
          }
        });
  }

  /** After a redrive the state is left from MapRunRedriven, not from MapRunSucceeded. */
  private void succeeded(Frame frame, MapRun run, JsonNode result) {
    long before = frame.tail;
    long ended = interpreter.append(frame, "MapRunSucceeded");
    interpreter.appendAfter(frame, "MapStateSucceeded", ended, Optional.empty());
    if (run.redriveCount > 0) {
      frame.tail = before;
    }
    interpreter.finish(frame, Optional.of(result), result);
  }

  static Frame frame(MapRun run) {
    return Optional.ofNullable(run.parent.live().frames.get(run.frameId)).orElseThrow();
  }

  /** Goes on after the engine was closed and opened again. */
  void resume(MapRun run) {
    interpreter.soon(run.parent, () -> proceed(run));
  }

  /** Whether a redrive goes on with this run rather than starting another one. */
  static boolean canBeRedriven(MapRun run) {
    boolean spoilt =
        run.failure.filter(f -> f.is(Failure.DATA_LIMIT) || f.is(Failure.RUNTIME)).isPresent();
    return run.status != MapRun.Status.SUCCEEDED && !spoilt;
  }

  /** Has the children run again that did not succeed, and starts those that never were. */
  void redrive(Frame frame) {
    MapRun run = frame.current().mapRun.orElseThrow();
    frame.current().stage = Visit.Stage.MAP_RUN;
    run.status = MapRun.Status.RUNNING;
    run.failure = Optional.empty();
    run.stopped = Optional.empty();
    run.sinceRedrive.clear();
    run.redriveCount++;
    run.redriven = Optional.of(interpreter.now());
    for (Execution child : run.children) {
      if (child.status != ExecutionStatus.SUCCEEDED && registry.isRedrivableByRun(child)) {
        run.toRedrive.add(child);
      }
    }
    frame.tail = frame.current().startedEvent;
    interpreter.append(
        frame,
        "MapRunRedriven",
        Details.of().put("mapRunArn", run.arn).put("redriveCount", run.redriveCount));
    interpreter.soon(run.parent, () -> proceed(run));
  }
}
