package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.Identity;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.OptInRound;
import mosaicmatch.local.cycle.PlayerRequests;
import mosaicmatch.local.lambda.Callee;
import mosaicmatch.local.lambda.FunctionLimits;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.Outcome;
import mosaicmatch.local.operate.CycleReplay;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.postmatch.ProcessPairHandler;
import mosaicmatch.reconcile.ReconcileHandler;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A whole system on this machine, whose faults and whose time a test decides: state machine,
 * tables, bucket, functions, trait service, stand-in for Nakama.
 */
final class RealSystem implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(240);
  private static final int CALLS_AT_ONCE = 64;

  /** With nothing running for so many looks, the state machine waits for time to pass. */
  private static final int QUIET_LOOKS = 5;

  private static final List<String> TOPICS =
      List.of(
          "sourdough bread",
          "alpine rock climbing",
          "chess endgames",
          "beekeeping and honey",
          "old motorbike engines",
          "opera arias",
          "coral reef diving",
          "medieval castles",
          "telescopes and galaxies",
          "knitting wool jumpers");

  /** Decides what becomes of a call of a function. */
  @FunctionalInterface
  interface CallMeddler {
    Outcome meddle(FunctionName function, String payload, Callee real);
  }

  /** A call that the state machine made of a function. */
  record FunctionCall(String function, String payload) {}

  private final Stack stack;
  private final PassingTime time;
  private final PortWires wires;
  private final SfnClient states;
  private final StoredLeases leases;
  private final List<FunctionCall> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<CallMeddler> meddler = new AtomicReference<>();
  private final Map<CycleId, CycleReplay.Verdict> replayed = new ConcurrentHashMap<>();
  private final List<Runnable> closedFirst = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private Optional<MatchRooms> nakama = Optional.empty();
  private Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private RealSystem(Stack stack, PassingTime time, PortWires wires) {
    this.stack = stack;
    this.time = time;
    this.wires = wires;
    this.states = CycleMachine.client(stack.aws());
    this.leases = new StoredLeases(stack.aws().dynamoDb(), tables());
  }

  /** With every function in this process. */
  static RealSystem start(Path home) throws Exception {
    return start(home, Map.of(), UnaryOperator.identity());
  }

  /**
   * Set up otherwise.
   *
   * @param variables settings of the functions
   * @param change of everything else
   */
  static RealSystem start(
      Path home, Map<String, String> variables, UnaryOperator<LocalSettings> change)
      throws Exception {
    var all = new HashMap<>(variables);
    all.put("MOSAIC_HOME", home.toString());
    all.put("MOSAIC_RECONCILE_GRACE_SECONDS", "0");
    var time = new PassingTime();
    var settings = change.apply(LocalSettings.of(new Environment(all)).by(time));
    var stack = Stack.start(settings);
    var wires = new PortWires(stack.gate(), stack.endpoints().nakama());
    var system = new RealSystem(stack, time, wires);
    if (settings.sandboxes().isEmpty()) {
      system.wireFunctions(settings);
    }
    system.watchFunctions();
    time.tell(system.leases::pass);
    return system;
  }

  /** What works on pairs goes by the wires, so that a test may meddle with each of its calls. */
  private void wireFunctions(LocalSettings settings) {
    var wired = new Functions(Instant::now);
    var clients = clients(settings.functions(), wires.nakama());
    var secrets = SecretsManagerSecrets.cached(clients.secretsManager(), InstantSource.system());
    nakama = Optional.of(NakamaClient.of(clients.environment(), secrets));
    wired.register("ProcessPair", new ProcessPairHandler(clients), limits(30));
    wired.register("Reconcile", new ReconcileHandler(clients), limits(300));
    for (var name : List.of("ProcessPair", "Reconcile")) {
      stack.functions().interpose(FunctionName.parse(name), _ -> calleeOf(wired));
    }
  }

  private static FunctionLimits limits(int seconds) {
    return new FunctionLimits(Duration.ofSeconds(seconds), CALLS_AT_ONCE, 1_024);
  }

  private AwsClients clients(Map<String, String> settings, URI nakama) {
    var variables = new TreeMap<>(stack.endpoints().environment(settings).variables());
    variables.put("MOSAIC_NAKAMA_URL", nakama.toString());
    var owner = stack.ownerKey();
    return new AwsClients(
        new Environment(variables), Identity.key(owner.accessKeyId(), owner.secretAccessKey()));
  }

  private static Callee calleeOf(Functions functions) {
    return new Callee() {
      @Override
      public Outcome call(FunctionName as, byte[] payload) {
        return functions.invoke(as, payload);
      }

      @Override
      public Outcome callLater(FunctionName as, byte[] payload) {
        return functions.invoke(as, payload);
      }
    };
  }

  /** Lets the packaged function work on pairs, in a process of its own. */
  void isolatePairs() throws IOException {
    var children = new PairsInChildProcesses(stack, wires.nakama());
    closedFirst.add(children::close);
    stack.functions().interpose(FunctionName.parse("ProcessPair"), _ -> watched(children));
  }

  private void watchFunctions() {
    for (var function : CycleFunction.values()) {
      stack
          .functions()
          .interpose(FunctionName.parse(function.functionName()), callee -> watched(callee));
    }
  }

  private Callee watched(Callee callee) {
    return new Callee() {
      @Override
      public Outcome call(FunctionName as, byte[] payload) {
        var text = new String(payload, StandardCharsets.UTF_8);
        calls.add(new FunctionCall(as.name(), text));
        var with = meddler.get();
        return inItsOwnTime(
            () -> with == null ? callee.call(as, payload) : with.meddle(as, text, callee));
      }

      @Override
      public Outcome callLater(FunctionName as, byte[] payload) throws InterruptedException {
        return callee.callLater(as, payload);
      }
    };
  }

  /** A call goes on when the state machine no longer waits for it, as it does on AWS. */
  private Outcome inItsOwnTime(Callable<Outcome> call) {
    var task = new FutureTask<>(call);
    running.incrementAndGet();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                task.run();
              } finally {
                running.decrementAndGet();
              }
            });
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answers.threw("States.Timeout");
    }
  }

  Stack stack() {
    return stack;
  }

  /** What came of planning cycles again; whoever does so adds to it. */
  Map<CycleId, CycleReplay.Verdict> replayed() {
    return replayed;
  }

  StoredLeases leases() {
    return leases;
  }

  TableNames tables() {
    return TableNames.of(stack.aws().environment());
  }

  /** Has every call of a function by the state machine meddled with; null for none. */
  void meddleWithCalls(CallMeddler with) {
    meddler.set(with);
  }

  /** Has every call of pairs' work to tables and Nakama meddled with. */
  void meddleWithPorts(PortCall.Meddler with) {
    wires.meddle(with);
  }

  /** No more meddling. */
  void leaveAlone() {
    meddler.set(null);
    wires.meddle(PortCall.Meddler.none());
  }

  /** After many failures Nakama is let alone for some seconds, whatever the engine's clock says. */
  void untilNakamaIsCalled() {
    var rooms = nakama.orElseThrow();
    await(
        "Nakama to be called",
        () -> {
          try {
            return !rooms.gone(List.of(new SeekerId("nobody"))).isEmpty();
          } catch (NakamaUnavailableException _) {
            return false;
          }
        });
  }

  /** What the state machine has called since this was last asked. */
  List<FunctionCall> takeCalls() {
    var taken = List.copyOf(calls);
    calls.removeAll(taken);
    return taken;
  }

  /** How many calls of a function the state machine has made with this in the payload. */
  long countCalls(String function, String part) {
    return calls.stream()
        .filter(call -> call.function().equals(function) && call.payload().contains(part))
        .count();
  }

  /** So many couples of people, plainly alike within each. */
  static List<Person> couples(String prefix, int couples) {
    var people = new java.util.ArrayList<Person>();
    for (int i = 0; i < couples; i++) {
      var topic = TOPICS.get(i % TOPICS.size());
      people.add(new Person(prefix + "-" + i + "-a", "Talks of " + topic + " all day."));
      people.add(new Person(prefix + "-" + i + "-b", "Loves " + topic + ", nothing else."));
    }
    return people;
  }

  void optIn(List<Person> people) throws InterruptedException {
    var local = stack.people();
    local.nakama().signUp(people.stream().map(Person::userId).toList());
    var requests = new PlayerRequests(local.traits(), local.signer());
    assertThat(new OptInRound(requests).run(people, _ -> {})).isEmpty();
  }

  /** The id of the next scheduled cycle. */
  CycleId nextMinute() {
    minute = minute.plus(1, ChronoUnit.MINUTES);
    return CycleId.ofSchedule(minute);
  }

  /** Starts a cycle as the schedule's rule does. */
  Execution start(CycleId cycle) {
    var event =
        """
        {"version": "0", "id": "00000000-0000-4000-8000-000000000000",
         "detail-type": "Scheduled Event", "source": "aws.events", "account": "000000000000",
         "time": "%s", "region": "us-east-1",
         "resources": ["arn:aws:events:us-east-1:000000000000:rule/every-minute"], "detail": {}}
        """
            .formatted(cycle.value());
    var started =
        states.startExecution(request -> request.stateMachineArn(CycleMachine.arn()).input(event));
    return new Execution(states, started.executionArn());
  }

  /** Waits for an execution's end and checks it. */
  void ends(Execution execution, ExecutionStatus expected) {
    await("an execution's end", () -> execution.status() != ExecutionStatus.RUNNING);
    var end = execution.describe();
    assertThat(end.status()).as(end.error() + ": " + end.cause()).isEqualTo(expected);
    stack.functions().finishEvents(LONGEST_WAIT);
  }

  /** Runs a cycle, which must succeed. */
  CycleId runCycle() {
    var cycle = nextMinute();
    ends(start(cycle), ExecutionStatus.SUCCEEDED);
    return cycle;
  }

  /** Ends what earlier cycles left unfinished; answers what was done. */
  String reconcile() {
    var outcome =
        stack
            .functions()
            .invoke(FunctionName.parse("Reconcile"), "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.failed()).as(outcome.payload()).isFalse();
    return outcome.payload();
  }

  /** How many calls of functions are running. */
  int running() {
    return running.get();
  }

  /**
   * Lets time pass while calls are held back, so that their time is up and what follows happens.
   *
   * @param held how many are held back: with more than these running, no time passes
   */
  void awaitWhileTimePasses(String what, int held, BooleanSupplier condition) {
    var quiet = new AtomicInteger();
    await(
        what,
        () -> {
          if (running() > held) {
            quiet.set(0);
          } else if (quiet.incrementAndGet() % QUIET_LOOKS == 0) {
            time.leapWhileTasksRun();
          }
          return condition.getAsBoolean();
        });
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
    }
  }

  @Override
  public void close() {
    leaveAlone();
    closedFirst.forEach(Runnable::run);
    states.close();
    wires.close();
    stack.close();
  }
}
