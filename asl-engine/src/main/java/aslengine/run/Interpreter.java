package aslengine.run;

import aslengine.definition.State;
import aslengine.history.Details;
import aslengine.journal.JournalWriteException;
import aslengine.json.PayloadLimit;
import aslengine.query.QueryEvaluator;
import aslengine.query.QueryFailedException;
import aslengine.query.Scope;
import aslengine.query.TypedField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Moves frames from state to state. The order and links of events follow RATIONALE.md. */
final class Interpreter {
  final EngineParts parts;
  final EventLoop loop;
  private final Endings endings;
  private final Failures failures;
  private final Tasks tasks;
  private final Forks forks;
  private final MapRuns mapRuns;

  Interpreter(EngineParts parts, EventLoop loop, ExecutionRegistry registry) {
    this.parts = parts;
    this.loop = loop;
    this.endings = new Endings(this);
    this.failures = new Failures(this);
    this.tasks = new Tasks(this);
    this.forks = new Forks(this);
    this.mapRuns = new MapRuns(this, registry);
  }

  Endings endings() {
    return endings;
  }

  Tasks tasks() {
    return tasks;
  }

  Forks forks() {
    return forks;
  }

  MapRuns mapRuns() {
    return mapRuns;
  }

  Instant now() {
    return parts.time().instant();
  }

  /** Begins an execution that was just made. */
  void begin(Execution execution) {
    execution.append(
        "ExecutionStarted",
        0,
        now(),
        () ->
            Optional.of(
                Details.of()
                    .data("input", execution.live().inputText)
                    .put("roleArn", execution.revision.roleArn)));
    Frame root = execution.newFrame(Optional.empty(), 0, execution.graph);
    endings.armTimeout(execution);
    moveTo(root, execution.graph.startAt(), execution.live().input);
  }

  /** Decides a frame's next state, and has it entered when its turn comes. */
  void moveTo(Frame frame, String state, JsonNode input) {
    frame.move = Optional.of(new Frame.Move(state, input));
    frame.changed();
    if (!frame.advancing) {
      soon(frame.execution, () -> advance(frame));
    }
  }

  /** Queues a step of an execution; a full history ends it, whatever the step was. */
  void soon(Execution execution, Runnable step) {
    loop.later(() -> guarded(execution, step));
  }

  void guarded(Execution execution, Runnable step) {
    if (!execution.isRunning()) {
      return;
    }
    try {
      step.run();
    } catch (HistoryFullException e) {
      endings.fail(execution, Failure.terminal(Failure.RUNTIME, e.sentence()));
    } catch (JournalWriteException e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of the engine itself must not take the other executions down with this one.
      endings.fail(execution, Failure.terminal(Failure.RUNTIME, "The engine failed: " + e));
    }
  }

  /** Goes through states until one has to wait for something. */
  private void advance(Frame frame) {
    frame.advancing = true;
    try {
      while (frame.isActive() && frame.move.isPresent()) {
        Frame.Move move = frame.move.get();
        frame.move = Optional.empty();
        enter(frame, frame.graph.state(move.state()), move.input());
      }
    } finally {
      frame.advancing = false;
    }
  }

  /** Queues a frame that has a move to make. */
  void resumeMove(Frame frame) {
    soon(frame.execution, () -> advance(frame));
  }

  private void enter(Frame frame, State state, JsonNode input) {
    long id =
        append(
            frame,
            state.type() + "StateEntered",
            Details.of().put("name", state.name()).data("input", input));
    frame.visit = Optional.of(new Visit(state, input, id, now()));
    frame.changed();
    work(frame);
  }

  /** Does what the state is there for; done again at each retry and by a redrive. */
  void work(Frame frame) {
    Visit visit = frame.current();
    try {
      switch (visit.state) {
        case State.Pass pass -> finish(frame, Optional.empty(), pass.result().orElse(visit.input));
        case State.Task task -> tasks.schedule(frame, task);
        case State.Choice choice -> choose(frame, choice);
        case State.Wait wait -> await(frame, wait);
        case State.Succeed succeed -> finish(frame, Optional.empty(), visit.input);
        case State.Fail fail -> failAsTold(frame, fail);
        case State.Parallel parallel -> forks.start(frame, parallel);
        case State.Map map when map.distribution().isPresent() -> mapRuns.start(frame, map);
        case State.Map map -> forks.start(frame, map);
      }
    } catch (QueryFailedException e) {
      failEvaluation(frame, e);
    }
  }

  private void choose(Frame frame, State.Choice choice) throws QueryFailedException {
    Scope scope = scope(frame);
    TypedField fields = fields(frame, scope);
    for (int i = 0; i < choice.rules().size(); i++) {
      State.Choice.Rule rule = choice.rules().get(i);
      String at = "Choices[" + i + "]/";
      if (fields.flag(rule.condition(), at + "Condition")) {
        Exit exit = exit(frame, scope, rule.output(), rule.assign(), frame.current().input, at);
        leave(frame, exit, Optional.of(rule.next()));
        return;
      }
    }
    if (choice.defaultNext().isEmpty()) {
      fail(
          frame,
          Failure.terminal(
              Failure.RUNTIME,
              prefix(frame)
                  + "Failed to transition out of the state. The state does not point to a next"
                  + " state."));
      return;
    }
    leave(
        frame,
        exit(
            frame,
            scope,
            choice.base().output(),
            choice.base().assign(),
            frame.current().input,
            ""),
        choice.defaultNext());
  }

  private void await(Frame frame, State.Wait wait) throws QueryFailedException {
    Visit visit = frame.current();
    visit.stage = Visit.Stage.WAIT;
    visit.due = Optional.of(new WaitTime(fields(frame, scope(frame)), now()).due(wait));
    frame.changed();
    armWait(frame);
  }

  /** Sets the timer of a frame that waits. */
  void armWait(Frame frame) {
    arm(frame, () -> finish(frame, Optional.empty(), frame.current().input));
  }

  /** Sets the timer of a frame that waits for its next try. */
  void armRetry(Frame frame) {
    arm(
        frame,
        () -> {
          frame.current().endAttempt();
          frame.changed();
          work(frame);
        });
  }

  private void arm(Frame frame, Runnable work) {
    Visit visit = frame.current();
    EventLoop.Timer timer = loop.at(visit.due.orElseThrow(), () -> guarded(frame.execution, work));
    visit.cleanups.add(timer::cancel);
  }

  private void failAsTold(Frame frame, State.Fail fail) throws QueryFailedException {
    TypedField fields = fields(frame, scope(frame));
    Optional<String> error = Optional.empty();
    Optional<String> cause = Optional.empty();
    if (fail.error().isPresent()) {
      error = Optional.of(fields.text(fail.error().get(), "Error"));
    }
    if (fail.cause().isPresent()) {
      cause = Optional.of(fields.text(fail.cause().get(), "Cause"));
    }
    frame.current().failureRecorded = true;
    fail(frame, new Failure(error, cause, Failure.Kind.ORDINARY));
  }

  /** Leaves a state that did its work. {@code byDefault} is its output unless Output says more. */
  void finish(Frame frame, Optional<JsonNode> result, JsonNode byDefault) {
    Visit visit = frame.current();
    visit.endAttempt();
    try {
      Scope scope = result.map(scope(frame)::withResult).orElseGet(() -> scope(frame));
      Exit exit =
          exit(
              frame,
              scope,
              visit.state.base().output(),
              visit.state.base().assign(),
              byDefault,
              "");
      leave(frame, exit, visit.state.base().next());
    } catch (QueryFailedException e) {
      failEvaluation(frame, e);
    }
  }

  /** What a state leaves behind. */
  record Exit(JsonNode output, Map<String, JsonNode> assigned) {}

  /** Evaluates what a state, a rule or a catcher leaves behind. */
  Exit exit(
      Frame frame,
      Scope scope,
      Optional<JsonNode> output,
      Optional<ObjectNode> assign,
      JsonNode byDefault,
      String at)
      throws QueryFailedException {
    TypedField fields = fields(frame, scope);
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    if (assign.isPresent()) {
      for (Map.Entry<String, JsonNode> entry : assign.get().properties()) {
        assigned.put(entry.getKey(), fields.any(entry.getValue(), at + "Assign/" + entry.getKey()));
      }
    }
    return new Exit(
        output.isPresent() ? fields.any(output.get(), at + "Output") : byDefault, assigned);
  }

  /** Leaves a state for the next one, or ends the frame. */
  void leave(Frame frame, Exit exit, Optional<String> next) {
    Visit visit = frame.current();
    if (PayloadLimit.isExceededBy(exit.output())) {
      fail(frame, Failure.terminal(Failure.DATA_LIMIT, Failure.tooBig(visit.state.name())));
      return;
    }
    append(
        frame,
        visit.state.type() + "StateExited",
        Details.of()
            .put("name", visit.state.name())
            .data("output", exit.output())
            .assigned(exit.assigned()));
    forks.forget(visit);
    frame.variables.putAll(exit.assigned());
    frame.visit = Optional.empty();
    frame.changed();
    if (next.isPresent()) {
      moveTo(frame, next.get(), exit.output());
    } else {
      complete(frame, exit.output());
    }
  }

  private void complete(Frame frame, JsonNode output) {
    frame.status = Frame.Status.DONE;
    frame.output = Optional.of(output);
    frame.changed();
    if (frame.parent.isPresent()) {
      forks.childDone(frame.parent.get(), frame);
    } else {
      endings.succeed(frame.execution, frame.tail, output);
    }
  }

  /** Records that an expression failed, and fails the state with it. */
  void failEvaluation(Frame frame, QueryFailedException e) {
    failures.failEvaluation(frame, e);
  }

  /** Fails the state that a frame is in: it is tried again, the error is caught, or goes on up. */
  void fail(Frame frame, Failure failure) {
    failures.fail(frame, failure);
  }

  /** How every cause begins that comes from the engine rather than from a task. */
  static String prefix(Frame frame) {
    Visit visit = frame.current();
    return "An error occurred while executing the state '"
        + visit.state.name()
        + "' (entered at the event id #"
        + visit.enteredEvent
        + "). ";
  }

  Scope scope(Frame frame) {
    return new Scope(
        frame.current().input,
        Optional.empty(),
        Optional.empty(),
        () -> ContextObject.of(frame),
        frame::variable);
  }

  TypedField fields(Frame frame, Scope scope) {
    return new TypedField(evaluator(frame), scope);
  }

  private QueryEvaluator evaluator(Frame frame) {
    return Optional.ofNullable(parts.evaluators().get(frame.current().state.base().language()))
        .orElseThrow();
  }

  /** Appends an event to the end of a frame's chain. */
  long append(Frame frame, String type, Details details) {
    frame.tail = appendAfter(frame, type, frame.tail, Optional.of(details));
    return frame.tail;
  }

  /** Appends an event without details to the end of a frame's chain. */
  long append(Frame frame, String type) {
    frame.tail = appendAfter(frame, type, frame.tail, Optional.empty());
    return frame.tail;
  }

  /** Appends an event that the chain passes by. */
  long appendAfter(Frame frame, String type, long previous, Optional<Details> details) {
    frame.changed();
    return frame.execution.append(type, previous, now(), () -> details);
  }
}
