package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Promise 7 on real parts, by the Step Functions API, and what others do between two drives. */
class RedriveRunsWhatFailedIT {

  @TempDir private static Path folder;
  private static RealSystem system;
  private static long began;

  @BeforeAll
  static void start() throws Exception {
    began = System.nanoTime();
    system = RealSystem.start(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    system.close();
    RealPartsRow.add(System.nanoTime() - began);
  }

  @BeforeEach
  void noFaults() {
    system.leaveAlone();
    system.takeCalls();
  }

  private static List<AuditEntry> entriesOf(CycleId cycle) {
    return AuditTable.open(
            system.stack().aws().dynamoDb(), system.tables().audit(), InstantSource.system())
        .entriesOf(cycle);
  }

  private static List<String> keys(CycleId cycle, Predicate<PairStatus> of) {
    return entriesOf(cycle).stream()
        .filter(entry -> of.test(entry.status()))
        .map(entry -> entry.pairKey().value())
        .toList();
  }

  private static LockState lock() {
    var aws = system.stack().aws();
    return LockTable.open(
            aws.dynamoDb(),
            system.tables().lock(),
            LockTimes.of(aws.environment()),
            InstantSource.system())
        .state()
        .orElseThrow();
  }

  private static List<String> namesOf(List<RealSystem.FunctionCall> calls) {
    return calls.stream().map(RealSystem.FunctionCall::function).distinct().toList();
  }

  @Test
  void onlyTheFailedChildrenOfRetryUnfinishedRunAgain() throws Exception {
    system.optIn(RealSystem.couples("outage", 6));
    system.meddleWithPorts(
        (call, onward) ->
            call.operation().equals("mosaic_create_match")
                    && call.body().matches("(?s).*outage-[012]-.*")
                ? Answers.unavailable()
                : onward.go());
    var cycle = system.nextMinute();
    var execution = system.start(cycle);
    system.ends(execution, ExecutionStatus.FAILED);
    var unfinished = keys(cycle, status -> !status.isTerminal());
    var completed = keys(cycle, PairStatus.COMPLETED::equals);
    assertThat(unfinished).isNotEmpty();
    assertThat(completed).isNotEmpty();
    assertThat(lock().owner()).isEmpty();
    assertThat(execution.currentState()).contains("RetryUnfinished");
    system.leaveAlone();
    system.untilNakamaIsCalled();
    system.takeCalls();

    execution.redrive();
    system.ends(execution, ExecutionStatus.SUCCEEDED);

    var calls = system.takeCalls();
    assertThat(namesOf(calls)).containsExactlyInAnyOrder("ProcessPair", "CompleteCycle");
    var again = new TreeSet<String>();
    for (var call : calls) {
      unfinished.stream().filter(key -> call.payload().contains(key)).forEach(again::add);
      assertThat(completed).noneMatch(key -> call.payload().contains(key));
    }
    assertThat(again).containsExactlyInAnyOrderElementsOf(unfinished);
    assertThat(execution.describe().redriveCount()).isEqualTo(1);
    assertThat(execution.mapRuns().getFirst().redriveCount()).isEqualTo(1);
    assertThat(keys(cycle, PairStatus.COMPLETED::equals))
        .hasSize(unfinished.size() + completed.size());
    StoredPromises.hold(system);
  }

  @Test
  void anExecutionThatFailedBeforeTheMapsTakesTheLockAgain() throws Exception {
    system.optIn(RealSystem.couples("early", 3));
    system.meddleWithCalls(
        (function, payload, real) ->
            function.name().equals("ComputePairs")
                ? Answers.threw("java.lang.IllegalStateException")
                : real.call(function, Answers.bytes(payload)));
    var execution = system.start(system.nextMinute());
    system.ends(execution, ExecutionStatus.FAILED);
    var freed = lock();
    assertThat(freed.owner()).isEmpty();
    system.leaveAlone();
    system.takeCalls();

    execution.redrive();
    system.ends(execution, ExecutionStatus.SUCCEEDED);

    assertThat(system.takeCalls().getFirst().function()).isEqualTo("ComputePairs");
    assertThat(lock().fence()).isGreaterThan(freed.fence());
    StoredPromises.hold(system);
  }

  @Test
  void anExecutionThatFailedBeforeTheMapsYieldsToALaterCycle() throws Exception {
    system.optIn(RealSystem.couples("overtaken", 3));
    system.meddleWithCalls(
        (function, payload, real) ->
            function.name().equals("FetchPool")
                ? Answers.threw("java.lang.IllegalStateException")
                : real.call(function, Answers.bytes(payload)));
    var early = system.start(system.nextMinute());
    system.ends(early, ExecutionStatus.FAILED);
    var mayGoOn = new CountDownLatch(1);
    var later = system.nextMinute();
    system.meddleWithCalls(
        (function, payload, real) -> {
          if (function.name().equals("FetchPool") && payload.contains(later.value())) {
            Answers.await(mayGoOn);
          }
          return real.call(function, Answers.bytes(payload));
        });
    var laterExecution = system.start(later);
    RealSystem.await("the later cycle's lock", () -> lock().owner().isPresent());

    early.redrive();
    system.ends(early, ExecutionStatus.FAILED);
    assertThat(early.describe().error()).isEqualTo("mosaicmatch.lock.LockHeldException");
    assertThat(lock().owner()).contains(laterExecution.arn());
    mayGoOn.countDown();
    system.ends(laterExecution, ExecutionStatus.SUCCEEDED);

    early.redrive();
    system.ends(early, ExecutionStatus.FAILED);
    assertThat(early.describe().error()).isEqualTo("mosaicmatch.lock.CycleOvertakenException");
    assertThat(lock().owner()).isEmpty();
    StoredPromises.hold(system);
  }

  @Test
  void whoWasMatchedByALaterCycleIsLeftAloneByTheRedriveOfAnEarlierOne() throws Exception {
    system.optIn(RealSystem.couples("late", 6));
    var early = system.nextMinute();
    var execution = failAtFourPairs(early);
    assertThat(keys(early, status -> !status.isTerminal())).isNotEmpty();
    system.untilNakamaIsCalled();
    var reconciled = system.reconcile();
    assertThat(keys(early, PairStatus.ABANDONED::equals)).as(reconciled).isNotEmpty();
    var stuck = keys(early, PairStatus.PENDING::equals);
    assertThat(stuck).as("finished forward, never given up").isNotEmpty();

    system.untilNakamaIsCalled();
    var later = system.runCycle();
    var matched = keys(later, PairStatus.COMPLETED::equals);
    assertThat(matched).isNotEmpty();
    system.leaveAlone();
    system.untilNakamaIsCalled();

    execution.redrive();
    system.ends(execution, ExecutionStatus.SUCCEEDED);
    assertThat(keys(early, PairStatus.SUPERSEDED::equals)).isNotEmpty();
    assertThat(keys(early, PairStatus.COMPLETED::equals)).containsAll(stuck);
    StoredPromises.hold(system);
  }

  /** Of six pairs, two are not begun, one ends before it is matched, one gets no room. */
  private static Execution failAtFourPairs(CycleId cycle) {
    system.meddleWithCalls(
        (function, payload, real) ->
            function.name().equals("ProcessPair")
                    && payload.contains(cycle.value())
                    && payload.matches("(?s).*late-[01]-.*")
                ? Answers.threw("mosaicmatch.nakama.NakamaUnavailableException")
                : real.call(function, Answers.bytes(payload)));
    system.meddleWithPorts(
        (call, onward) -> {
          var step = PairStep.of(call);
          if (step.filter(PairStep.RECORD_MATCHED::equals).isPresent()
              && call.body().contains("late-2-")
              && call.body().contains(cycle.value())) {
            return Answers.refusedByTable();
          }
          return step.filter(PairStep.OPEN_ROOM::equals).isPresent()
                  && call.body().contains("late-3-")
              ? Answers.unavailable()
              : onward.go();
        });
    var execution = system.start(cycle);
    system.ends(execution, ExecutionStatus.FAILED);
    return execution;
  }
}
