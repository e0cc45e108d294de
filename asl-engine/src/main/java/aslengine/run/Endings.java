package aslengine.run;

import aslengine.history.Details;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Ends executions, well or badly. */
final class Endings {
  /** Express executions last five minutes at most (developer guide, "Choosing workflow type"). */
  private static final Duration LONGEST_EXPRESS = Duration.ofMinutes(5);

  private final Interpreter interpreter;
  private Consumer<Execution> onClosed = execution -> {};

  Endings(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Has every execution that ended passed on. */
  void onClosed(Consumer<Execution> listener) {
    onClosed = listener;
  }

  /** Sets the timer of the whole execution, if its machine has one. */
  void armTimeout(Execution execution) {
    limit(execution)
        .ifPresent(
            limit -> {
              EventLoop.Timer timer =
                  interpreter.loop.at(
                      execution.redriven.orElse(execution.started).plus(limit),
                      () -> interpreter.guarded(execution, () -> timeOut(execution)));
              execution.live().cleanups.add(timer::cancel);
            });
  }

  private static Optional<Duration> limit(Execution execution) {
    if (isExpress(execution)) {
      return Optional.of(LONGEST_EXPRESS);
    }
    OptionalLong seconds = execution.revision.definition.timeoutSeconds();
    return execution.parentRun.isEmpty() && seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
        : Optional.empty();
  }

  static boolean isExpress(Execution execution) {
    return execution
        .parentRun
        .map(run -> run.distribution().expressChildren())
        .orElse(execution.machine.express);
  }

  void succeed(Execution execution, long previous, JsonNode output) {
    Details details = Details.of().data("output", output);
    execution.append("ExecutionSucceeded", previous, interpreter.now(), () -> Optional.of(details));
    execution.live().output = Optional.of(Json.text(output));
    close(execution, ExecutionStatus.SUCCEEDED);
  }

  void fail(Execution execution, Failure failure) {
    if (execution.isRunning()) {
      last(
          execution,
          "ExecutionFailed",
          execution.lastEvent,
          Details.failure(failure.error(), failure.cause()));
      execution.live().failure = Optional.of(failure);
      close(execution, ExecutionStatus.FAILED);
    }
  }

  private void timeOut(Execution execution) {
    last(
        execution,
        "ExecutionTimedOut",
        0,
        Details.failure(Optional.of(Failure.TIMEOUT), Optional.empty()));
    close(execution, ExecutionStatus.TIMED_OUT);
  }

  /** Stops an execution from outside. */
  void abort(Execution execution, Optional<String> error, Optional<String> cause) {
    last(execution, "ExecutionAborted", 0, Details.failure(error, cause));
    if (error.isPresent() || cause.isPresent()) {
      execution.live().failure = Optional.of(new Failure(error, cause, Failure.Kind.TERMINAL));
    }
    close(execution, ExecutionStatus.ABORTED);
  }

  private void last(Execution execution, String type, long previous, Details details) {
    execution.appendLast(type, previous, interpreter.now(), Optional.of(details));
  }

  private void close(Execution execution, ExecutionStatus status) {
    execution.status = status;
    execution.stopped = Optional.of(interpreter.now());
    Execution.Live live = execution.live();
    live.cleanups.forEach(Runnable::run);
    live.cleanups.clear();
    for (Frame frame : live.frames.values()) {
      frame.visit.ifPresent(
          visit -> {
            visit.endAttempt();
            visit.mapRun.ifPresent(interpreter.mapRuns()::abort);
          });
      frame.changed();
    }
    onClosed.accept(execution);
  }
}
