package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.http.Reply;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.registry.SeekerStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Cycles that come twice, and cycles that run at the same time although a lock says otherwise. */
class OverlappingCyclesMatchNobodyTwiceIT {

  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(90);

  private static final Set<SeekerId> LEAVERS = ConcurrentHashMap.newKeySet();

  @TempDir private static Path folder;
  private static RealSystem system;
  private static Executor executor;
  private static long began;

  @BeforeAll
  static void start() throws Exception {
    began = System.nanoTime();
    system = RealSystem.start(folder.resolve("home"));
    executor = Executor.of(system.stack(), InstantSource.system());
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

  private static List<AuditEntry> entries(CycleId cycle, Predicate<PairStatus> of) {
    return executor.trail().entriesOf(cycle).stream()
        .filter(entry -> of.test(entry.status()))
        .toList();
  }

  @Test
  void eventThatComesEightTimesIsOneCycle() throws Exception {
    system.optIn(RealSystem.couples("again", 3));
    var cycle = system.nextMinute();
    var executions = new ArrayList<Execution>();
    for (int i = 0; i < 8; i++) {
      executions.add(system.start(cycle));
    }
    for (var execution : executions) {
      system.ends(execution, ExecutionStatus.SUCCEEDED);
    }
    assertThat(executions)
        .map(execution -> execution.currentState().orElseThrow())
        .containsOnlyOnce("CycleComplete")
        .filteredOn("CycleSkipped"::equals)
        .hasSize(7);
    var late = system.start(cycle);
    system.ends(late, ExecutionStatus.SUCCEEDED);
    assertThat(late.currentState()).contains("CycleSkipped");
    assertThat(system.takeCalls())
        .filteredOn(call -> call.function().equals("ComputePairs"))
        .hasSize(1);
    StoredPromises.hold(system, LEAVERS);
  }

  @Test
  void openingThatIsRepeatedByTheSameExecutionIsTheSameCycle() throws Exception {
    system.optIn(RealSystem.couples("same", 2));
    system.meddleWithCalls(
        (function, payload, real) -> {
          var first = real.call(function, Answers.bytes(payload));
          if (!function.name().equals("OpenCycle")) {
            return first;
          }
          system.leases().forgetAnswers();
          return real.call(function, Answers.bytes(payload));
        });
    var cycle = system.runCycle();
    assertThat(entries(cycle, PairStatus.COMPLETED::equals)).isNotEmpty();
    StoredPromises.hold(system, LEAVERS);
  }

  /**
   * The first cycle stands still at every step of a pair while its lease runs out; the next one
   * runs beside it. One person leaves before they are matched, another just after.
   */
  @Test
  void cycleThatOutlivesItsLeaseLeavesWhomTheNextHasMatched() throws Exception {
    var mayGoOn = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var early = system.nextMinute();
    var later = system.nextMinute();
    var held = ConcurrentHashMap.<String>newKeySet();
    system.optIn(RealSystem.couples("slow", 8));
    system.meddleWithCalls(
        (function, payload, real) -> {
          if (function.name().equals("ProcessPair")
              && payload.contains(early.value())
              && payload.contains("slow-0-")
              && held.add("slow-0-")) {
            Answers.await(mayGoOn);
          }
          if (function.name().equals("CollectUnfinished") && payload.contains(later.value())) {
            Answers.await(mayEnd);
          }
          return real.call(function, Answers.bytes(payload));
        });
    system.meddleWithPorts(
        (call, onward) ->
            call.body().contains(early.value())
                ? slowed(call, onward, held, mayGoOn)
                : onward.go());
    var first = system.start(early);
    RealSystem.await("pairs that stand still", () -> held.size() == 8);
    var leaver = new SeekerId("slow-6-a");
    executor.register().optOut(leaver);
    executor.register().optOut(new SeekerId("slow-7-a"));
    system.leases().pass(PAST_THE_LEASE);

    var second = system.start(later);
    RealSystem.await(
        "the next cycle's end of its pairs",
        () -> system.countCalls("CollectUnfinished", later.value()) > 0);
    var matchedByLater = entries(later, PairStatus.COMPLETED::equals);
    assertThat(members(matchedByLater)).contains("slow-0-a", "slow-0-b", "slow-1-a", "slow-1-b");
    mayGoOn.countDown();
    system.awaitWhileTimePasses(
        "the earlier cycle's end", 1, () -> first.status() != ExecutionStatus.RUNNING);
    assertThat(first.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(executor.lock().state().orElseThrow().owner()).contains(second.arn());
    mayEnd.countDown();
    system.ends(second, ExecutionStatus.SUCCEEDED);

    assertThat(members(entries(early, PairStatus.SUPERSEDED::equals)))
        .contains("slow-0-a", "slow-1-a");
    assertThat(members(entries(early, PairStatus.COMPLETED::equals)))
        .contains("slow-2-a", "slow-3-a", "slow-4-a", "slow-5-a", "slow-7-a");
    assertThat(members(entries(early, PairStatus.ABANDONED::equals)))
        .containsExactlyInAnyOrder("slow-6-a", "slow-6-b");
    var left = executor.register().find(new SeekerId("slow-6-b"));
    assertThat(left.status()).isEqualTo(SeekerStatus.WAITING);
    assertThat(left.missedCycles()).as("waits with a higher priority").isPositive();
    LEAVERS.add(leaver);
    StoredPromises.hold(system, LEAVERS);
  }

  private static Reply slowed(
      PortCall call, PortCall.Onward onward, Set<String> held, CountDownLatch mayGoOn)
      throws IOException {
    var before =
        Map.of(
            "slow-1-", PairStep.CLAIM,
            "slow-2-", PairStep.RECORD_MATCHED,
            "slow-3-", PairStep.OPEN_ROOM,
            "slow-4-", PairStep.RECORD_ROOM,
            "slow-5-", PairStep.COMPLETE,
            "slow-7-", PairStep.OPEN_ROOM);
    var step = PairStep.of(call);
    for (var pair : before.entrySet()) {
      if (call.body().contains(pair.getKey()) && step.filter(pair.getValue()::equals).isPresent()) {
        held.add(pair.getKey());
        Answers.await(mayGoOn);
      }
    }
    if (call.body().contains("slow-6-") && step.filter(PairStep.CLAIM::equals).isPresent()) {
      var claimed = onward.go();
      held.add("slow-6-");
      Answers.await(mayGoOn);
      return claimed;
    }
    return onward.go();
  }

  private static Set<String> members(List<AuditEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.members().stream())
        .map(member -> member.userId().value())
        .collect(Collectors.toSet());
  }
}
