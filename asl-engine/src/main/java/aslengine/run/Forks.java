package aslengine.run;

import aslengine.definition.State;
import aslengine.definition.StateGraph;
import aslengine.history.Details;
import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;

/** Runs the branches of Parallels and the iterations of inline Maps, and brings them together. */
final class Forks {
  /** Iterations of one inline Map that run at a time (developer guide, "Inline mode"). */
  private static final int MOST_ITERATIONS_AT_A_TIME = 40;

  private final Interpreter interpreter;

  Forks(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  void start(Frame frame, State.Parallel parallel) throws QueryFailedException {
    Visit visit = frame.current();
    TypedField fields = interpreter.fields(frame, interpreter.scope(frame));
    JsonNode input =
        parallel.arguments().isPresent()
            ? fields.any(parallel.arguments().get(), "Arguments")
            : visit.input;
    long started = interpreter.append(frame, "ParallelStateStarted");
    int branches = parallel.branches().size();
    visit.startedEvent = started;
    Fork fork = open(frame, new Fork(branches, branches, Optional.empty(), started));
    for (StateGraph branch : parallel.branches()) {
      Frame child = child(frame, fork, fork.started(), branch, started);
      interpreter.moveTo(child, branch.startAt(), input);
    }
  }

  void start(Frame frame, State.Map map) throws QueryFailedException {
    TypedField fields = interpreter.fields(frame, interpreter.scope(frame));
    MapItems items = MapItems.of(map, fields, frame.current().input);
    int limit = MapItems.concurrency(map, fields, MOST_ITERATIONS_AT_A_TIME);
    long started =
        interpreter.append(frame, "MapStateStarted", Details.of().put("length", items.size()));
    frame.current().startedEvent = started;
    Fork fork = open(frame, new Fork(items.size(), limit, Optional.of(items.toJson()), started));
    if (fork.isDone()) {
      join(frame, fork);
      return;
    }
    fill(frame, fork);
  }

  /** Starts the iterations that may run beside each other. */
  private void fill(Frame frame, Fork fork) {
    for (int i = 0; i < Math.min(fork.concurrency, fork.length); i++) {
      if (!startIteration(frame, fork, frame.tail)) {
        return;
      }
    }
  }

  private Fork open(Frame frame, Fork fork) {
    frame.current().stage = Visit.Stage.CHILDREN;
    frame.current().fork = Optional.of(fork);
    frame.changed();
    return fork;
  }

  private static Frame child(Frame frame, Fork fork, int index, StateGraph graph, long tail) {
    Frame child = frame.execution.newFrame(Optional.of(frame), index, graph);
    child.tail = tail;
    fork.add(child);
    return child;
  }

  /** Starts the next iteration; says whether that went well. */
  private boolean startIteration(Frame frame, Fork fork, long previous) {
    State.Map map = (State.Map) frame.current().state;
    int index = fork.started();
    MapItems items = MapItems.fromJson(fork.items.orElseThrow());
    JsonNode item = items.contextItem(index);
    try {
      JsonNode input = selected(frame, map, item, items.get(index));
      long started =
          interpreter.appendAfter(
              frame,
              "MapIterationStarted",
              previous,
              Optional.of(Details.iteration(map.name(), index)));
      Frame child = child(frame, fork, index, map.processor(), started);
      child.mapItem = Optional.of(item);
      interpreter.moveTo(child, map.processor().startAt(), input);
      return true;
    } catch (QueryFailedException e) {
      abortChildren(frame, fork, frame.tail, Optional.empty());
      interpreter.failEvaluation(frame, e);
      return false;
    }
  }

  private JsonNode selected(Frame frame, State.Map map, JsonNode item, JsonNode byDefault)
      throws QueryFailedException {
    if (map.itemSelector().isEmpty()) {
      return byDefault;
    }
    return interpreter
        .fields(
            frame, interpreter.scope(frame).withContext(() -> ContextObject.ofItem(frame, item)))
        .any(map.itemSelector().get(), "ItemSelector");
  }

  void childDone(Frame frame, Frame child) {
    Fork fork = frame.current().fork.orElseThrow();
    fork.childDone();
    fork.lastEvent = child.tail;
    if (frame.current().state instanceof State.Map map) {
      fork.lastEvent =
          interpreter.appendAfter(
              frame,
              "MapIterationSucceeded",
              child.tail,
              Optional.of(Details.iteration(map.name(), child.index)));
    }
    if (fork.isDone()) {
      join(frame, fork);
    } else if (fork.started() < fork.length && frame.isActive()) {
      startIteration(frame, fork, child.tail);
    }
  }

  private void join(Frame frame, Fork fork) {
    State state = frame.current().state;
    frame.tail = fork.lastEvent;
    ArrayNode result = Json.array().addAll(fork.outputs());
    interpreter.appendAfter(frame, state.type() + "StateSucceeded", frame.tail, Optional.empty());
    if (PayloadLimit.isExceededBy(result)) {
      interpreter.fail(frame, Failure.terminal(Failure.DATA_LIMIT, Failure.tooBig(state.name())));
      return;
    }
    interpreter.finish(frame, Optional.of(result), result);
  }

  void childFailed(Frame frame, Frame child, Failure failure) {
    Fork fork = frame.current().fork.orElseThrow();
    abortChildren(frame, fork, child.tail, Optional.of(child));
    frame.tail = child.tail;
    interpreter.fail(frame, failure);
  }

  /** Records what was cut short, in the order of the children. */
  private void abortChildren(Frame frame, Fork fork, long previous, Optional<Frame> failed) {
    State state = frame.current().state;
    for (Frame child : fork.children()) {
      if (child.status != Frame.Status.DONE) {
        if (state instanceof State.Map) {
          boolean itself = failed.filter(f -> f.index == child.index).isPresent();
          interpreter.appendAfter(
              frame,
              itself ? "MapIterationFailed" : "MapIterationAborted",
              previous,
              Optional.of(Details.iteration(state.name(), child.index)));
        }
        abort(child, previous);
      }
    }
  }

  private void abort(Frame frame, long previous) {
    if (frame.status == Frame.Status.ACTIVE) {
      frame.status = Frame.Status.ABORTED;
    }
    frame.changed();
    frame.visit.ifPresent(visit -> abort(frame, visit, previous));
  }

  private void abort(Frame frame, Visit visit, long previous) {
    visit.endAttempt();
    if (!visit.failureRecorded && canBeAborted(visit.state)) {
      interpreter.appendAfter(
          frame, visit.state.type() + "StateAborted", previous, Optional.empty());
      visit.fork.ifPresent(fork -> abortChildren(frame, fork, previous, Optional.empty()));
    }
    visit.mapRun.ifPresent(interpreter.mapRuns()::abort);
  }

  private static boolean canBeAborted(State state) {
    return state instanceof State.Task
        || state instanceof State.Wait
        || state instanceof State.Parallel
        || state instanceof State.Map;
  }

  /** Lets go of all frames below a state that is left or tried again. */
  void forget(Visit visit) {
    visit.fork.ifPresent(fork -> fork.children().forEach(this::forgetFrame));
    visit.fork = Optional.empty();
    visit.mapRun = Optional.empty();
  }

  private void forgetFrame(Frame frame) {
    frame.visit.ifPresent(this::forget);
    frame.execution.drop(frame);
  }

  /** Lets the children that did not finish go on, as a redrive does. */
  void redrive(Frame frame, Redrive redrive) {
    Fork fork = frame.current().fork.orElseThrow();
    frame.current().stage = Visit.Stage.CHILDREN;
    int going = 0;
    for (Frame child : fork.children()) {
      if (child.status != Frame.Status.DONE) {
        redrive.resume(child);
        going++;
      }
    }
    while (going < fork.concurrency && fork.started() < fork.length) {
      if (!startIteration(frame, fork, frame.current().startedEvent)) {
        return;
      }
      going++;
    }
  }
}
