package aslengine.run;

import aslengine.definition.State;
import aslengine.json.PayloadLimit;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import aslengine.task.TaskRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Has tasks worked on and takes their answers, in time or too late. */
final class Tasks {
  private static final long LONGEST_SECONDS = 99_999_999;

  private final Interpreter interpreter;
  private final Map<String, Frame> tokens = new HashMap<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int running;

  Tasks(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * One try of a task: a stay in a state, and the number of the try there. By the number alone the
   * late answer to a call that timed out would pass for an answer to the next state's.
   */
  private record Attempt(Frame frame, Visit visit, int number) {

    Attempt(Frame frame) {
      this(frame, frame.current(), frame.current().attempt);
    }

    boolean isCurrent() {
      return frame.isActive()
          && frame.visit.filter(now -> now == visit).isPresent()
          && visit.attempt == number;
    }
  }

  void schedule(Frame frame, State.Task task) throws QueryFailedException {
    Visit visit = frame.current();
    TaskResource resource = TaskResource.parse(task.resource());
    if (resource.waitsForToken()) {
      visit.token = Optional.of(interpreter.parts.newId().toString());
    }
    TaskOrder order = order(frame, task);
    if (PayloadLimit.isExceededBy(order.arguments())) {
      interpreter.fail(
          frame, Failure.terminal(Failure.DATA_LIMIT, Failure.tooBig(visit.state.name())));
      return;
    }
    visit.order = Optional.of(order);
    visit.stage = Visit.Stage.TASK;
    visit.token.ifPresent(t -> tokens.put(t, frame));
    events(frame).scheduled(order);
    var attempt = new Attempt(frame);
    interpreter.soon(frame.execution, () -> admit(attempt, true));
  }

  private TaskOrder order(Frame frame, State.Task task) throws QueryFailedException {
    TypedField fields = interpreter.fields(frame, interpreter.scope(frame));
    JsonNode arguments =
        task.arguments().isPresent()
            ? fields.any(task.arguments().get(), "Arguments")
            : frame.current().input;
    return new TaskOrder(
        arguments,
        seconds(fields, task.timeoutSeconds(), "TimeoutSeconds"),
        seconds(fields, task.heartbeatSeconds(), "HeartbeatSeconds"));
  }

  private static OptionalLong seconds(TypedField fields, Optional<JsonNode> value, String field)
      throws QueryFailedException {
    return value.isPresent()
        ? OptionalLong.of(fields.integer(value.get(), field, 1, LONGEST_SECONDS))
        : OptionalLong.empty();
  }

  /** Takes up again what was being done when the engine was closed. */
  void resume(Frame frame) {
    Visit visit = frame.current();
    visit.token.ifPresent(t -> tokens.put(t, frame));
    if (visit.stage == Visit.Stage.CALLBACK) {
      armTimers(frame);
    } else {
      var attempt = new Attempt(frame);
      interpreter.soon(frame.execution, () -> admit(attempt, false));
    }
  }

  private void admit(Attempt attempt, boolean record) {
    if (running == interpreter.parts.maxConcurrentTasks()) {
      waiting.add(() -> admit(attempt, record));
    } else if (attempt.isCurrent()) {
      start(attempt, record);
    }
  }

  private void start(Attempt attempt, boolean record) {
    Frame frame = attempt.frame();
    if (record) {
      events(frame).started();
    }
    running++;
    armTimers(frame);
    TaskWork work = work(frame);
    EventLoop loop = interpreter.loop;
    loop.taskStarted();
    Thread thread =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  TaskOutcome outcome = work.run();
                  loop.taskEnded(() -> ended(attempt, outcome));
                });
    frame.current().cleanups.add(thread::interrupt);
    thread.start();
  }

  private TaskWork work(Frame frame) {
    Visit visit = frame.current();
    TaskResource resource = resource(frame);
    return new TaskWork(
        interpreter.parts,
        resource,
        new TaskRequest(
            resource.arn(),
            visit.order.orElseThrow().arguments(),
            frame.execution.arn,
            visit.state.name(),
            visit.token),
        interpreter.parts.newId().toString());
  }

  private void armTimers(Frame frame) {
    Visit visit = frame.current();
    TaskOrder order = visit.order.orElseThrow();
    order.timeoutSeconds().ifPresent(s -> armFailure(frame, s, Failure.TIMED_OUT));
    if (resource(frame).waitsForToken()) {
      order.heartbeatSeconds().ifPresent(s -> armFailure(frame, s, Failure.NO_HEARTBEAT));
    }
  }

  private EventLoop.Timer armFailure(Frame frame, long seconds, Failure failure) {
    EventLoop.Timer timer =
        interpreter.loop.at(
            interpreter.now().plusSeconds(seconds),
            () -> interpreter.guarded(frame.execution, () -> failed(frame, failure)));
    frame.current().cleanups.add(timer::cancel);
    if (failure.kind() == Failure.Kind.HEARTBEAT) {
      frame.current().heartbeat = Optional.of(timer::cancel);
    }
    return timer;
  }

  private void ended(Attempt attempt, TaskOutcome outcome) {
    running--;
    if (!waiting.isEmpty()) {
      interpreter.loop.later(waiting.remove());
    }
    if (attempt.isCurrent()) {
      Frame frame = attempt.frame();
      interpreter.guarded(frame.execution, () -> answered(frame, outcome));
    }
  }

  private void answered(Frame frame, TaskOutcome outcome) {
    switch (outcome) {
      case TaskOutcome.Fault fault -> failed(frame, fault.failure());
      case TaskOutcome.Result result when resource(frame).waitsForToken() ->
          submitted(frame, result.value());
      case TaskOutcome.Result result -> succeeded(frame, result.value());
    }
  }

  private void submitted(Frame frame, JsonNode response) {
    events(frame).submitted(response);
    frame.current().stage = Visit.Stage.CALLBACK;
    frame.changed();
  }

  private void succeeded(Frame frame, JsonNode result) {
    if (PayloadLimit.isExceededBy(result)) {
      failed(frame, Failure.of(Failure.DATA_LIMIT, Failure.tooBig(events(frame).origin())));
      return;
    }
    events(frame).succeeded(result);
    forgetToken(frame);
    interpreter.finish(frame, Optional.of(result), result);
  }

  private void failed(Frame frame, Failure failure) {
    events(frame).failed(failure);
    forgetToken(frame);
    interpreter.fail(frame, failure);
  }

  private void forgetToken(Frame frame) {
    frame.current().token.ifPresent(tokens::remove);
  }

  /** Ends a task that waits for a callback. */
  void callBack(String token, TaskOutcome outcome) {
    Frame frame = byToken(token);
    interpreter.guarded(
        frame.execution,
        () -> {
          switch (outcome) {
            case TaskOutcome.Result result -> succeeded(frame, result.value());
            case TaskOutcome.Fault fault -> failed(frame, fault.failure());
          }
        });
  }

  /** Takes a heartbeat of a task that waits for a callback. */
  void heartbeat(String token) {
    Frame frame = byToken(token);
    frame.current().heartbeat.ifPresent(Runnable::run);
    frame
        .current()
        .order
        .orElseThrow()
        .heartbeatSeconds()
        .ifPresent(s -> armFailure(frame, s, Failure.NO_HEARTBEAT));
  }

  private Frame byToken(String token) {
    Frame frame =
        Optional.ofNullable(tokens.get(token))
            .orElseThrow(
                () -> new ServiceException("InvalidToken", "Invalid Token: '" + token + "'"));
    boolean waits =
        frame.isActive() && frame.visit.flatMap(v -> v.token).filter(token::equals).isPresent();
    if (!waits) {
      tokens.remove(token);
      throw new ServiceException(
          "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return frame;
  }

  private TaskEvents events(Frame frame) {
    return new TaskEvents(interpreter, frame, resource(frame));
  }

  private static TaskResource resource(Frame frame) {
    return TaskResource.parse(((State.Task) frame.current().state).resource());
  }
}
