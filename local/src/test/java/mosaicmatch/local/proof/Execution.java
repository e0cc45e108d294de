package mosaicmatch.local.proof;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.proof.Retries.TaskFailedException;
import mosaicmatch.lockfn.CloseCycleRequest;
import mosaicmatch.lockfn.EndedExecution;
import mosaicmatch.lockfn.Executions;
import mosaicmatch.lockfn.OpenedCycle;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.RetryItem;
import mosaicmatch.plan.RetryList;
import mosaicmatch.plan.UnmatchedBatch;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.Pool;
import mosaicmatch.reconcile.MapManifest;
import mosaicmatch.record.CycleStatus;

/**
 * One execution of the state machine, as {@code statemachine.asl.json} has it: its states in their
 * order, what each task is handed, which maps tolerate failures, and what a redrive runs again.
 */
final class Execution {

  /** The states, in their order. */
  enum State {
    OPEN_CYCLE,
    FETCH_POOL,
    COMPUTE_PAIRS,
    PROCESS_PAIRS,
    UPDATE_UNMATCHED,
    COLLECT_UNFINISHED,
    CLOSE_CYCLE,
    RETRY_UNFINISHED,
    RECORD_COMPLETION,
    CYCLE_COMPLETE,
    CYCLE_SKIPPED
  }

  private static final Duration PAIRING_TIME = Duration.ofMinutes(15);
  private static final Duration RETRY_WAIT = Duration.ofSeconds(60);

  private final CycleWorld world;
  private final Retries retries;
  private final String arn;
  private final CycleId id;
  private final Set<RetryItem> done = new HashSet<>();
  private State state = State.OPEN_CYCLE;
  private int redriveCount;
  private Optional<Cycle> cycle = Optional.empty();
  private Optional<Pool> pool = Optional.empty();
  private Optional<Plan> plan = Optional.empty();
  private Optional<MapManifest> unmatchedResults = Optional.empty();
  private Optional<RetryList> retry = Optional.empty();
  private Steps steps;
  private Runnable amidThePairs = () -> {};

  Execution(CycleWorld world, Steps steps, String arn, CycleId id) {
    this.world = world;
    this.steps = steps;
    this.arn = arn;
    this.id = id;
    retries = new Retries(world.clock);
  }

  /** An execution that failed in its last map, before any item had begun. */
  static Execution strandedAtRetry(
      CycleWorld world, Steps steps, Cycle cycle, PlannedPair... pairs) {
    var execution = new Execution(world, steps, cycle.execution(), cycle.id());
    execution.cycle = Optional.of(cycle);
    execution.plan = Optional.of(world.planned(cycle, pairs));
    execution.retry =
        Optional.of(world.store.writeRetry(cycle.id(), List.<RetryItem>of(pairs).iterator()));
    execution.state = State.RETRY_UNFINISHED;
    world.records.finish(cycle.id(), CycleStatus.UNFINISHED);
    return execution;
  }

  /** Something happens in the middle of the first map. */
  void amidThePairs(Runnable event) {
    amidThePairs = event;
  }

  /** From now on its functions use these ports. */
  void goesOnBy(Steps others) {
    steps = others;
  }

  /** True if the lock's owner is this execution. */
  boolean isMe(String owner) {
    return arn.equals(owner);
  }

  State state() {
    return state;
  }

  boolean hasEndedWell() {
    return state == State.CYCLE_COMPLETE || state == State.CYCLE_SKIPPED;
  }

  Optional<Plan> plan() {
    return plan;
  }

  /** Runs until the execution ends. */
  void run() {
    stands(true);
    try {
      while (!hasEndedWell()) {
        state = step();
      }
    } catch (TaskFailedException e) {
      // The execution has failed, in this state.
      world.told("execution of " + id + " failed in " + state + ": " + e.getMessage());
    } finally {
      stands(false);
    }
  }

  /** Runs it again from the state that failed. */
  void redrive() {
    redriveCount++;
    world.told("redrive of " + id + " in " + state);
    run();
  }

  /** What EventBridge brings about when an execution fails; Lambda tries an event three times. */
  void tellOfFailure() {
    var event = new EndedExecution("event-" + redriveCount, arn, false, Optional.of(redriveCount));
    retries.event(() -> steps.release().release(event));
  }

  private void stands(boolean running) {
    world.standings.put(arn, new Executions.Standing(running, redriveCount));
  }

  private State step() {
    return switch (state) {
      case OPEN_CYCLE -> openCycle();
      case FETCH_POOL -> fetchPool();
      case COMPUTE_PAIRS -> computePairs();
      case PROCESS_PAIRS -> processPairs();
      case UPDATE_UNMATCHED -> updateUnmatched();
      case COLLECT_UNFINISHED -> collectUnfinished();
      case CLOSE_CYCLE -> closeCycle();
      case RETRY_UNFINISHED -> retryUnfinished();
      case RECORD_COMPLETION -> recordCompletion();
      case CYCLE_COMPLETE, CYCLE_SKIPPED -> state;
    };
  }

  private State openCycle() {
    var opened = retries.task(() -> steps.open().open(id, arn, redriveCount));
    cycle = Optional.of(opened.cycle());
    return opened.status() == OpenedCycle.Status.OPENED ? State.FETCH_POOL : State.CYCLE_SKIPPED;
  }

  private State fetchPool() {
    var fetched =
        retries.task(
            () ->
                steps.log().timed(id, "fetch-pool", () -> steps.fetch().fetch(now()), _ -> none()));
    cycle = Optional.of(fetched.cycle());
    pool = Optional.of(fetched.pool());
    return fetched.pool().enough() ? State.COMPUTE_PAIRS : State.CLOSE_CYCLE;
  }

  private State computePairs() {
    var computed =
        retries.task(
            () ->
                steps
                    .log()
                    .timed(
                        id,
                        "compute-pairs",
                        () ->
                            steps
                                .compute()
                                .compute(now(), pool.orElseThrow(), Steps.SETTINGS, PAIRING_TIME),
                        _ -> none()));
    cycle = Optional.of(computed.cycle());
    plan = Optional.of(computed.plan());
    return State.PROCESS_PAIRS;
  }

  private State processPairs() {
    var pairs = world.read(world.store.pairs(planned().pairsKey()));
    for (int i = 0; i < pairs.size(); i++) {
      if (i == 1) {
        amidThePairs.run();
      }
      var pair = pairs.get(i);
      tolerated(() -> process(pair));
    }
    return planned().unmatched() > 0 ? State.UPDATE_UNMATCHED : State.COLLECT_UNFINISHED;
  }

  private State updateUnmatched() {
    var seekers =
        world.read(world.store.unmatched(planned().unmatchedKey())).stream()
            .map(UnmatchedSeeker::optIn)
            .toList();
    boolean isDone = tolerated(() -> missed(seekers));
    unmatchedResults = Optional.of(ResultFiles.write(world.store, id, isDone, seekers));
    return State.COLLECT_UNFINISHED;
  }

  private State collectUnfinished() {
    retry =
        Optional.of(
            retries.task(
                () -> {
                  steps.keeper().keep(now());
                  return steps
                      .log()
                      .timed(
                          id,
                          "collect-unfinished",
                          () -> steps.collect().collect(id, planned(), unmatchedResults),
                          _ -> none());
                }));
    retryListIsThePlanMinusWhatHasEnded();
    return State.CLOSE_CYCLE;
  }

  /**
   * Pairs that were never claimed are in it too. Batches may be told again: that changes nothing.
   */
  private void retryListIsThePlanMinusWhatHasEnded() {
    var listed =
        items().stream()
            .filter(PlannedPair.class::isInstance)
            .map(item -> ((PlannedPair) item).pairKey())
            .toList();
    var ended = world.trail.entriesOf(id).stream().filter(entry -> entry.status().isTerminal());
    var over = ended.map(entry -> entry.pairKey()).toList();
    for (var pair : world.read(world.store.pairs(planned().pairsKey()))) {
      Promises.require(
          listed.contains(pair.pairKey()) || over.contains(pair.pairKey()),
          () -> "4: neither ended nor to be tried again: " + pair.pairKey());
    }
  }

  private State closeCycle() {
    retries.task(() -> steps.close().close(new CloseCycleRequest(now(), pool, plan, retry)));
    if (retry.filter(list -> list.items() > 0).isEmpty()) {
      return State.CYCLE_COMPLETE;
    }
    world.clock.advance(RETRY_WAIT);
    return State.RETRY_UNFINISHED;
  }

  /** Tolerates no failure; a redrive runs only what is not done. */
  private State retryUnfinished() {
    for (var item : items()) {
      if (!done.contains(item)) {
        switch (item) {
          case PlannedPair pair -> process(pair);
          case UnmatchedBatch batch -> missed(batch.seekers());
        }
        done.add(item);
      }
    }
    return State.RECORD_COMPLETION;
  }

  /** The lines of the retry list. */
  List<RetryItem> items() {
    return world.read(world.store.retry(retry.orElseThrow().key()));
  }

  private State recordCompletion() {
    retries.task(() -> steps.records().finish(id, CycleStatus.COMPLETE));
    return State.CYCLE_COMPLETE;
  }

  private void process(PlannedPair pair) {
    retries.task(
        () -> {
          steps.keeper().keep(now());
          return steps.protocol().process(pair, Steps.ATTEMPT_LEASE);
        });
  }

  private void missed(List<OptIn> seekers) {
    retries.task(
        () -> {
          steps.keeper().keep(now());
          return steps.registry().missed(id, seekers);
        });
  }

  private boolean tolerated(Runnable child) {
    try {
      child.run();
      return true;
    } catch (TaskFailedException e) {
      world.told("tolerated: " + e.getMessage());
      return false;
    }
  }

  private Cycle now() {
    var held = cycle.orElseThrow();
    return new Cycle(held.id(), arn, redriveCount, held.fence(), false);
  }

  private Plan planned() {
    return plan.orElseThrow();
  }

  private static Map<String, Long> none() {
    return Map.of();
  }
}
