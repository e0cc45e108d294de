package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mosaicmatch.local.stack.CycleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The deployed state machine with functions that fail, and with functions that are too slow. */
class CyclesEndWellThroughFailuresIT {

  private static final Pattern PAIR_KEY = Pattern.compile("\"pair_key\":\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static RealSystem system;
  private static long began;
  private static int round;

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicBoolean held = new AtomicBoolean();

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

  @AfterEach
  void noFaults() {
    released.countDown();
    system.leaveAlone();
  }

  /** Every error that the state machine takes for one that passes. */
  static Stream<String> retriedErrors() throws IOException {
    try (var file =
        CyclesEndWellThroughFailuresIT.class.getResourceAsStream("/statemachine.asl.json")) {
      var names = new TreeSet<String>();
      for (var errors : new ObjectMapper().readTree(file).findValues("ErrorEquals")) {
        errors.forEach(error -> names.add(error.asText()));
      }
      return names.stream();
    }
  }

  static Stream<CycleFunction> functionsOfEveryCycle() {
    return Stream.of(
        CycleFunction.OPEN_CYCLE,
        CycleFunction.FETCH_POOL,
        CycleFunction.COMPUTE_PAIRS,
        CycleFunction.PROCESS_PAIR,
        CycleFunction.COLLECT_UNFINISHED,
        CycleFunction.CLOSE_CYCLE);
  }

  private static void optInTwoCouples() throws InterruptedException {
    system.optIn(RealSystem.couples("round-" + round++, 2));
  }

  @ParameterizedTest
  @MethodSource("retriedErrors")
  void everyFunctionMayFailWithAnErrorThatPassesBeforeItsWorkAndAfterIt(String error)
      throws Exception {
    optInTwoCouples();
    var tries = new ConcurrentHashMap<String, Integer>();
    system.meddleWithCalls(
        (function, payload, real) -> {
          var pair = PAIR_KEY.matcher(payload);
          int tried =
              tries.merge(function.name() + (pair.find() ? pair.group(1) : ""), 1, Integer::sum);
          if (tried == 1) {
            return Answers.threw(error);
          }
          var outcome = real.call(function, Answers.bytes(payload));
          return tried == 2 ? Answers.threw(error) : outcome;
        });
    system.runCycle();
    assertThat(tries.keySet()).anyMatch(call -> call.startsWith("ProcessPair"));
    assertThat(tries.values()).allMatch(tried -> tried == 3);
    StoredPromises.hold(system);
  }

  @ParameterizedTest
  @MethodSource("functionsOfEveryCycle")
  void callThatComesLaterThanItsTimeOutChangesNothing(CycleFunction slow) throws Exception {
    optInTwoCouples();
    system.meddleWithCalls(
        (function, payload, real) -> {
          if (function.name().equals(slow.functionName()) && held.compareAndSet(false, true)) {
            Answers.await(released);
          }
          return real.call(function, Answers.bytes(payload));
        });
    endsWhileOneIsHeldAndThenItGoesOn();
  }

  @ParameterizedTest
  @MethodSource("functionsOfEveryCycle")
  void answerThatComesLaterThanItsTimeOutIsAskedForAgain(CycleFunction slow) throws Exception {
    optInTwoCouples();
    system.meddleWithCalls(
        (function, payload, real) -> {
          var outcome = real.call(function, Answers.bytes(payload));
          if (function.name().equals(slow.functionName()) && held.compareAndSet(false, true)) {
            Answers.await(released);
          }
          return outcome;
        });
    endsWhileOneIsHeldAndThenItGoesOn();
  }

  @ParameterizedTest
  @EnumSource(PairStep.class)
  void attemptThatIsHeldBeforeAStepIsOvertakenAndGoesOnLater(PairStep step) throws Exception {
    optInTwoCouples();
    system.meddleWithPorts(
        (call, onward) -> {
          if (PairStep.of(call).filter(step::equals).isPresent()
              && held.compareAndSet(false, true)) {
            Answers.await(released);
          }
          return onward.go();
        });
    endsWhileOneIsHeldAndThenItGoesOn();
  }

  @ParameterizedTest
  @EnumSource(PairStep.class)
  void attemptThatIsHeldAfterAStepIsOvertakenAndGoesOnLater(PairStep step) throws Exception {
    optInTwoCouples();
    system.meddleWithPorts(
        (call, onward) -> {
          var reply = onward.go();
          if (PairStep.of(call).filter(step::equals).isPresent()
              && held.compareAndSet(false, true)) {
            Answers.await(released);
          }
          return reply;
        });
    endsWhileOneIsHeldAndThenItGoesOn();
  }

  private void endsWhileOneIsHeldAndThenItGoesOn() throws InterruptedException {
    var execution = system.start(system.nextMinute());
    RealSystem.await("a call that is held", held::get);
    system.awaitWhileTimePasses(
        "the execution's end", 1, () -> execution.status() != ExecutionStatus.RUNNING);
    system.ends(execution, ExecutionStatus.SUCCEEDED);
    released.countDown();
    RealSystem.await("the end of the call that was held", () -> system.running() == 0);
    StoredPromises.hold(system);
  }
}
