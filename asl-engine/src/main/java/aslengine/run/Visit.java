package aslengine.run;

import aslengine.definition.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A frame's stay in one state. */
final class Visit {
  /** What the state waits for. */
  enum Stage {
    /** Nothing: it is being worked on. */
    NONE,
    /** A task's answer. */
    TASK,
    /** A callback with the task's token. */
    CALLBACK,
    /** A time. */
    WAIT,
    /** The time of the next try. */
    RETRY,
    /** Branches or iterations. */
    CHILDREN,
    /** A map run. */
    MAP_RUN
  }

  final State state;
  final JsonNode input;
  final long enteredEvent;
  final Instant enteredTime;

  Stage stage = Stage.NONE;
  int retryCount;

  /** The event that said that a Parallel or Map has started, for what a redrive adds to it. */
  long startedEvent;

  List<Integer> retrierUses;

  /** When the stage ends by itself. */
  Optional<Instant> due = Optional.empty();

  Optional<String> token = Optional.empty();

  /** What a task was asked to do. */
  Optional<TaskOrder> order = Optional.empty();

  Optional<Fork> fork = Optional.empty();
  Optional<MapRun> mapRun = Optional.empty();

  /** Set off again whenever the state is tried again, so that late answers can be told. */
  int attempt;

  /** Whether a failed event was written for the state itself, so that no aborted one follows. */
  boolean failureRecorded;

  /** Calls off the timer of the heartbeat that is awaited. */
  Optional<Runnable> heartbeat = Optional.empty();

  /** Timers and threads of this attempt. */
  final List<Runnable> cleanups = new ArrayList<>();

  Visit(State state, JsonNode input, long enteredEvent, Instant enteredTime) {
    this.state = state;
    this.input = input;
    this.enteredEvent = enteredEvent;
    this.enteredTime = enteredTime;
    retrierUses = unused();
  }

  private List<Integer> unused() {
    return new ArrayList<>(Collections.nCopies(state.recovery().retriers().size(), 0));
  }

  /** Ends the attempt: its timers and threads are let go, late answers go nowhere. */
  void endAttempt() {
    attempt++;
    stage = Stage.NONE;
    due = Optional.empty();
    token = Optional.empty();
    cleanups.forEach(Runnable::run);
    cleanups.clear();
  }

  /** Starts counting retries anew, as a redrive does. */
  void forgetRetries() {
    retryCount = 0;
    retrierUses = unused();
    failureRecorded = false;
  }
}
