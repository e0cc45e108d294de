package mosaicmatch.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.events.SampleCycle;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.nakama.Fault;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.local.template.PolicyStatement;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The packaged functions call AWS through a gate that lets each do what its role in the template
 * allows: whatever they call is allowed, and whatever is allowed they call. They are taken through
 * all that makes them call something: samples twice over, a cycle that fails and is redriven,
 * reconciliation, files that are missing, work that fails.
 */
class RolesAllowJustWhatIsCalledIT {

  private static final Path PROJECT = Path.of("..");
  private static final List<TemplateFunction> FUNCTIONS =
      SamTemplate.read(PROJECT.resolve("template.yaml")).functions();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
  private static final int LARGEST_BODY = 1 << 20;

  private final Set<RecordedCall> calls = new LinkedHashSet<>();

  @TempDir private Path folder;

  @Test
  void everyActionIsAllowedAndEveryAllowedActionIsCalled() throws Exception {
    String execution = breakACycle();
    redriveAndTroubleIt(execution);

    assertThat(calls).filteredOn(call -> !call.allowed()).as("refused").isEmpty();
    assertThat(neverCalled()).as("allowed and never called").isEmpty();
  }

  /** Each sample twice, then a cycle whose pairs all fail at Nakama, then reconciliation. */
  private String breakACycle() throws Exception {
    var settings = settings().breaking(Fault.parse("nakama:1"));
    try (var stack = Stack.start(settings);
        var samples = new SampleCycle(stack);
        var states = CycleMachine.client(stack.aws())) {
      samples.optIn();
      for (var function : CycleFunction.values()) {
        samples.play(function);
        samples.play(function);
      }
      // Somebody else's event finds the lock held or the cycle run, and everybody free again.
      String arn = start(states);
      untilEnd(states, arn);
      waitFor(() -> hasWritten(stack, "WriteReportFunction", "report"));
      waitFor(() -> hasWritten(stack, "ReleaseOnFailureFunction", "MosaicMatchLock"));
      samples.call(CycleFunction.RECONCILE, "{\"grace_seconds\": 0}");
      calls.addAll(stack.gate().calls());
      return arn;
    }
  }

  /** The redrive succeeds; then what is missing or fails is met in every function. */
  private void redriveAndTroubleIt(String execution) throws Exception {
    try (var stack = Stack.start(settings());
        var samples = new SampleCycle(stack);
        var states = CycleMachine.client(stack.aws())) {
      new Execution(states, execution).redrive();
      untilEnd(states, execution);
      waitFor(() -> hasWritten(stack, "WriteReportFunction", "report"));
      callAll(samples, "03:00:00");
      stack.gate().interpose(AwsService.DYNAMODB, OnlyStoredAnswers::new);
      callAll(samples, "04:00:00");
      calls.addAll(stack.gate().calls());
    }
  }

  private static void callAll(SampleCycle samples, String time) throws IOException {
    for (var function : CycleFunction.values()) {
      samples.call(function, SampleCycle.sample(function).replace("02:00:00", time));
    }
  }

  private LocalSettings settings() {
    var variables =
        new Environment(
            Map.of("MOSAIC_HOME", folder.resolve("home").toString(), "MOSAIC_THRESHOLD", "0.3"));
    return LocalSettings.of(variables)
        .isolated(new SandboxSettings(PROJECT, 1, true, Optional.empty()));
  }

  private static String start(SfnClient states) {
    return states
        .startExecution(request -> request.stateMachineArn(CycleMachine.arn()).input("{}"))
        .executionArn();
  }

  private static void untilEnd(SfnClient states, String arn) throws Exception {
    new ExecutionWatch((step, done, planned) -> {}, Duration.ofMillis(200))
        .untilEnd(new Execution(states, arn));
  }

  private static boolean hasWritten(Stack stack, String function, String what) {
    return stack.gate().calls().stream()
        .anyMatch(call -> call.logicalId().equals(function) && call.resource().contains(what));
  }

  /** Other processes do it, and nobody tells when. */
  private static void waitFor(BooleanSupplier done) {
    var end = Instant.now().plus(LONGEST_WAIT);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as("waited for too long").isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private Set<String> neverCalled() {
    var idle = new TreeSet<String>();
    for (var function : FUNCTIONS) {
      for (var statement : function.statements()) {
        for (var action : statement.actions()) {
          for (var resource : statement.resources()) {
            if (!isCalled(function, action, resource)) {
              idle.add(function.logicalId() + " " + action + " on " + resource);
            }
          }
        }
      }
    }
    return idle;
  }

  private boolean isCalled(TemplateFunction function, String action, String resource) {
    var policy = new Policy(List.of(new PolicyStatement(List.of(action), List.of(resource))));
    return calls.stream()
        .filter(call -> call.logicalId().equals(function.logicalId()))
        .anyMatch(call -> policy.allows(new Demand(call.action(), call.resource())));
  }

  /** DynamoDB, of which only the table of stored answers works: whatever a function does fails. */
  private record OnlyStoredAnswers(Service dynamoDb) implements Service {

    private static final String GONE =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
            + "\"message\":\"Requested resource not found\"}";

    @Override
    public Reply answer(Call call) throws IOException {
      byte[] body = call.bytes(LARGEST_BODY);
      if (!new String(body, StandardCharsets.UTF_8).contains("MosaicMatchIdempotency")) {
        return Reply.of(400, "application/x-amz-json-1.0", GONE);
      }
      return dynamoDb.answer(
          new Call(
              call.method(),
              call.rawPath(),
              call.query(),
              call.headers(),
              new ByteArrayInputStream(body)));
    }
  }
}
