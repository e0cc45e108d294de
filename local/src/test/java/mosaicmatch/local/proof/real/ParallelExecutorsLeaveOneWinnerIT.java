package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.aws.TableNames;
import mosaicmatch.aws.Tables;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lock.Opening;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Two hundred executors at once on one lock, one claim, one audit entry, in DynamoDB Local. */
class ParallelExecutorsLeaveOneWinnerIT {

  private static final int THREADS = 200;
  private static final int ROUNDS = 5;
  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(66);
  private static final AtomicInteger NAMES = new AtomicInteger();

  private static int violations;
  private static int mutants;
  private static int caught;

  @TempDir private static Path folder;
  private static RealSystem system;
  private static long began;

  @RegisterExtension
  private static final TestWatcher FAILURES =
      new TestWatcher() {
        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
          violations++;
        }
      };

  private final HandDrivenClock clock = new HandDrivenClock();

  @BeforeAll
  static void start() throws Exception {
    began = System.nanoTime();
    system = RealSystem.start(folder.resolve("home"));
  }

  @AfterAll
  static void stop() {
    system.close();
    double seconds = (System.nanoTime() - began) / 1e9;
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(
                    "parallel-executors",
                    ParallelExecutorsLeaveOneWinnerIT.class,
                    Together.operations(),
                    violations,
                    seconds)
                .withMutants(mutants, caught));
  }

  private static DynamoDbClient client() {
    return system.stack().aws().dynamoDb();
  }

  private static TableNames freshTables() {
    int n = NAMES.incrementAndGet();
    var names = new TableNames("lock-" + n, "audit-" + n, "claims-" + n, "cycles-" + n, "id-" + n);
    Tables.createMissing(client(), names);
    return names;
  }

  private Executor executor(TableNames tables) {
    return Executor.of(system.stack(), client(), tables, clock);
  }

  /** One that pays no heed to the conditions of its writes to a table. */
  private Executor unsafe(Function<TableNames, String> table) {
    var tables = freshTables();
    return Executor.of(
        system.stack(), WithoutConditions.on(table.apply(tables), client()), tables, clock);
  }

  /** What is caught is an assertion that fails where every protection is in place. */
  private static void isNoticed(Search unsafe) throws Exception {
    mutants++;
    try {
      unsafe.run();
    } catch (AssertionError noticed) {
      caught++;
      return;
    }
    throw new AssertionError("the unsafe variant was not noticed");
  }

  @FunctionalInterface
  private interface Search {
    void run() throws Exception;
  }

  @Test
  void oneExecutionOpensACycleAtATimeAndTheFenceGrowsByOne() throws Exception {
    oneOpens(executor(freshTables()));
    isNoticed(() -> oneOpens(unsafe(TableNames::lock)));
  }

  private void oneOpens(Executor executor) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      var before = CycleId.ofSchedule(clock.instant());
      clock.advance(PAST_THE_LEASE);
      var now = CycleId.ofSchedule(clock.instant());
      int n = round;
      var endings =
          Together.run(
              THREADS,
              i ->
                  () ->
                      executor
                          .lock()
                          .open(i % 2 == 0 ? now : before, "execution-" + n + "-" + i, 0));
      var opened = new ArrayList<Cycle>();
      for (var opening : Together.allAnswered(endings)) {
        if (opening instanceof Opening.Opened(var cycle)) {
          opened.add(cycle);
        }
      }
      assertThat(opened).as("round " + round).hasSize(1);
      var winner = opened.getFirst();
      var state = executor.lock().state().orElseThrow();
      assertThat(winner.fence()).isEqualTo(round);
      assertThat(state.fence()).isEqualTo(round);
      assertThat(state.owner()).contains(winner.execution());
      if (round % 2 == 0) {
        onlyTheOwnerGivesItUp(executor, winner);
      }
    }
  }

  /** In the other rounds its lease runs out. */
  private static void onlyTheOwnerGivesItUp(Executor executor, Cycle winner) throws Exception {
    var older = winner.withFence(winner.fence() - 1);
    var released =
        Together.run(
            THREADS, i -> () -> executor.lock().release(i == THREADS / 2 ? winner : older));
    assertThat(Together.allAnswered(released)).containsOnlyOnce(true);
    assertThat(executor.lock().state().orElseThrow().owner()).isEmpty();
  }

  @Test
  void oneOfTwoHundredPairsGetsTheSeekerWhomAllOfThemWant() throws Exception {
    var executor = Executor.of(system.stack(), InstantSource.system());
    var people = new ArrayList<String>();
    for (int i = 0; i <= THREADS; i++) {
      people.add("wanted-%03d".formatted(i));
    }
    system.stack().people().nakama().signUp(people);
    var optIns = people.stream().map(executor::optIn).toList();
    var cycle = new CycleId("2026-11-22T02:00:00Z");
    var endings =
        Together.run(
            THREADS,
            i ->
                () ->
                    executor
                        .protocol()
                        .process(Executor.planned(cycle, optIns.get(0), optIns.get(i + 1)), LEASE));
    var ends = Together.allAnswered(endings).stream().map(AuditEntry::status).toList();
    assertThat(ends).containsOnlyOnce(PairStatus.COMPLETED);
    assertThat(ends).filteredOn(PairStatus.SUPERSEDED::equals).hasSize(THREADS - 1);
    StoredPromises.hold(system);
  }

  @Test
  void oneOfTwoHundredClaimsOnASeekerWinsInEveryRound() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      oneClaimWins(executor(freshTables()));
    }
    isNoticed(() -> oneClaimWins(unsafe(TableNames::claims)));
  }

  private void oneClaimWins(Executor executor) throws Exception {
    var pairs = pairsThatWantOneSeeker();
    var endings = Together.run(THREADS, i -> () -> executor.claims().claim(pairs.get(i), LEASE));
    var ends = Together.allAnswered(endings).stream().map(AuditEntry::status).toList();
    assertThat(ends).containsOnlyOnce(PairStatus.PENDING);
    assertThat(ends).filteredOn(PairStatus.SUPERSEDED::equals).hasSize(THREADS - 1);
  }

  /** Half of them of one cycle, half of another. */
  private static List<PlannedPair> pairsThatWantOneSeeker() {
    var pairs = new ArrayList<PlannedPair>();
    for (int i = 0; i < THREADS; i++) {
      var cycle = new CycleId(i % 2 == 0 ? "2026-11-22T02:00:00Z" : "2026-11-22T03:00:00Z");
      pairs.add(Executor.planned(cycle, optIn("wanted"), optIn("other-" + i)));
    }
    return pairs;
  }

  private static OptIn optIn(String id) {
    return new OptIn(new SeekerId(id), Instant.parse("2026-11-22T01:00:00Z"));
  }

  private static PlannedPair onePair() {
    return Executor.planned(new CycleId("2026-11-22T02:00:00Z"), optIn("ann"), optIn("ben"));
  }

  @Test
  void oneOfTwoHundredAttemptsAtAPairBeginsAndTheOthersLetItAlone() throws Exception {
    oneAttemptBegins(executor(freshTables()));
    isNoticed(() -> oneAttemptBegins(unsafe(TableNames::audit)));
  }

  private void oneAttemptBegins(Executor executor) throws Exception {
    for (int attempt = 1; attempt <= ROUNDS; attempt++) {
      var endings = Together.run(THREADS, _ -> () -> executor.claims().claim(onePair(), LEASE));
      assertThat(Together.answers(endings)).as("attempt " + attempt).hasSize(1);
      assertThat(Together.answers(endings).getFirst().attempt()).isEqualTo(attempt);
      assertThat(executor.entry(onePair()).orElseThrow().attempt()).isEqualTo(attempt);
      clock.advance(PAST_THE_LEASE);
    }
  }

  @Test
  void anEntryIsMatchedOrGivenUpAndEverybodySeesTheSame() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      oneWay(executor(freshTables()));
    }
    isNoticed(() -> oneWay(unsafe(TableNames::audit)));
  }

  private void oneWay(Executor executor) throws Exception {
    var entry = executor.claims().claim(onePair(), LEASE);
    var seen =
        Together.allAnswered(
            Together.run(
                THREADS,
                i ->
                    () ->
                        i % 2 == 0
                            ? executor.trail().recordMatched(entry)
                            : executor.trail().beginAbandoning(entry, "a race")));
    var ways = seen.stream().map(AuditEntry::metadataUpdated).distinct().toList();
    assertThat(ways).hasSize(1);
    var status = ways.getFirst() ? PairStatus.PENDING : PairStatus.ABANDONING;
    assertThat(seen).extracting(AuditEntry::status).containsOnly(status);
  }

  /** With a lease that has ended at once, so that all of them are at it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20})
  void twoHundredExecutorsOfOnePairBringItToOneEnd(int reconcilers) throws Exception {
    var executor = Executor.of(system.stack(), InstantSource.system());
    var ids = List.of("pat-" + reconcilers, "sam-" + reconcilers);
    system.stack().people().nakama().signUp(ids);
    var pair =
        Executor.planned(
            new CycleId("2026-11-22T04:00:00Z"),
            executor.optIn(ids.getFirst()),
            executor.optIn(ids.getLast()));
    var entry = executor.claims().claim(pair, Duration.ZERO);
    var endings =
        Together.run(
            THREADS,
            i ->
                () ->
                    i >= THREADS - reconcilers
                        ? executor.protocol().finishOrAbandon(entry)
                        : executor.protocol().process(pair, Duration.ZERO));
    var ends = Together.answers(endings).stream().map(AuditEntry::status).distinct().toList();
    assertThat(ends).hasSize(1);
    assertThat(ends.getFirst()).isIn(PairStatus.COMPLETED, PairStatus.ABANDONED);
    assertThat(reconcilers > 0 || ends.getFirst() == PairStatus.COMPLETED).isTrue();
    StoredPromises.hold(system);
  }
}
