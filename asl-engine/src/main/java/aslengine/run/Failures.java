package aslengine.run;

import aslengine.definition.Catcher;
import aslengine.definition.State;
import aslengine.history.Details;
import aslengine.query.QueryFailedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes errors through Retry, Catch and up to the frame above. */
final class Failures {
  private final Interpreter interpreter;

  Failures(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Records that an expression failed, and fails the state with it. */
  void failEvaluation(Frame frame, QueryFailedException e) {
    fail(frame, recordEvaluation(frame, e));
  }

  private Failure recordEvaluation(Frame frame, QueryFailedException e) {
    String cause = Interpreter.prefix(frame) + e.message();
    interpreter.append(
        frame,
        "EvaluationFailed",
        Details.failure(Optional.of(Failure.QUERY), Optional.of(cause))
            .put("location", e.field())
            .put("state", frame.current().state.name()));
    return Failure.of(Failure.QUERY, cause);
  }

  /** Fails the state that a frame is in: it is tried again, the error is caught, or goes on up. */
  void fail(Frame frame, Failure failure) {
    Visit visit = frame.current();
    visit.endAttempt();
    if (failure.isTerminal()) {
      interpreter.endings().fail(frame.execution, failure);
      return;
    }
    OptionalInt retrier =
        RetryPlan.choose(visit.state.recovery().retriers(), visit.retrierUses, failure);
    if (retrier.isPresent()) {
      retry(frame, retrier.getAsInt());
    } else {
      giveUp(frame, failure);
    }
  }

  private void retry(Frame frame, int retrier) {
    Visit visit = frame.current();
    interpreter.forks().forget(visit);
    int used = visit.retrierUses.get(retrier);
    Duration delay =
        RetryPlan.delay(
            visit.state.recovery().retriers().get(retrier), used, interpreter.parts.random());
    visit.retrierUses.set(retrier, used + 1);
    visit.retryCount++;
    visit.stage = Visit.Stage.RETRY;
    visit.due = Optional.of(interpreter.now().plus(delay));
    frame.changed();
    interpreter.armRetry(frame);
  }

  private void giveUp(Frame frame, Failure failure) {
    long before = frame.tail;
    recordStateFailed(frame);
    State state = frame.current().state;
    for (int i = 0; i < state.recovery().catchers().size(); i++) {
      Catcher catcher = state.recovery().catchers().get(i);
      if (ErrorMatch.matches(catcher.errorEquals(), failure)) {
        caught(frame, failure, catcher, "Catch[" + i + "]/", before);
        return;
      }
    }
    uncaught(frame, failure);
  }

  private void recordStateFailed(Frame frame) {
    Visit visit = frame.current();
    if (visit.state instanceof State.Parallel || visit.state instanceof State.Map) {
      interpreter.append(frame, visit.state.type() + "StateFailed");
      visit.failureRecorded = true;
    }
  }

  private void caught(Frame frame, Failure failure, Catcher catcher, String at, long before) {
    JsonNode error = failure.output();
    try {
      Interpreter.Exit exit =
          interpreter.exit(
              frame,
              interpreter.scope(frame).withErrorOutput(error),
              catcher.output(),
              catcher.assign(),
              error,
              at);
      interpreter.leave(frame, exit, Optional.of(catcher.next()));
    } catch (QueryFailedException e) {
      frame.tail = before;
      Failure second = recordEvaluation(frame, e);
      recordStateFailed(frame);
      uncaught(frame, second);
    }
  }

  private void uncaught(Frame frame, Failure failure) {
    frame.status = Frame.Status.FAILED;
    frame.changed();
    if (frame.parent.isPresent()) {
      interpreter.forks().childFailed(frame.parent.get(), frame, failure);
    } else {
      interpreter.endings().fail(frame.execution, failure);
    }
  }
}
