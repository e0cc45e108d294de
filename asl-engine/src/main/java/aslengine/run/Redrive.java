package aslengine.run;

import aslengine.history.Details;
import java.util.Optional;

/**
 * Lets an execution that ended badly go on where it stopped (developer guide, "Restarting state
 * machine executions with redrive").
 */
final class Redrive {
  private final Interpreter interpreter;
  private final Execution execution;

  private Redrive(Interpreter interpreter, Execution execution) {
    this.interpreter = interpreter;
    this.execution = execution;
  }

  /** Redrives an execution whose frames are in memory again. */
  static void begin(Interpreter interpreter, Execution execution) {
    execution.status = ExecutionStatus.RUNNING;
    execution.stopped = Optional.empty();
    execution.redriveCount++;
    execution.redriven = Optional.of(interpreter.now());
    execution.append(
        "ExecutionRedriven",
        execution.lastEvent,
        interpreter.now(),
        () -> Optional.of(Details.of().put("redriveCount", execution.redriveCount)));
    execution.live().frames.values().forEach(Frame::changed);
    interpreter.endings().armTimeout(execution);
    Redrive redrive = new Redrive(interpreter, execution);
    interpreter.soon(execution, () -> redrive.resume(execution.root()));
  }

  /** Lets one frame, and what is below it, go on from where its state was entered. */
  void resume(Frame frame) {
    frame.status = Frame.Status.ACTIVE;
    frame.visit.ifPresent(visit -> frame.tail = visit.enteredEvent);
    frame.changed();
    if (frame.move.isPresent()) {
      interpreter.resumeMove(frame);
    } else if (frame.visit.isPresent()) {
      resume(frame, frame.current());
    } else {
      interpreter.moveTo(frame, frame.graph.startAt(), execution.live().input);
    }
  }

  private void resume(Frame frame, Visit visit) {
    visit.forgetRetries();
    if (visit.fork.filter(fork -> !fork.isDone()).isPresent()) {
      interpreter.forks().redrive(frame, this);
    } else if (visit.mapRun.filter(MapRuns::canBeRedriven).isPresent()) {
      interpreter.mapRuns().redrive(frame);
    } else {
      interpreter.forks().forget(visit);
      interpreter.soon(execution, () -> interpreter.work(frame));
    }
  }
}
