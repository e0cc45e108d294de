package mosaicmatch.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The packaged functions call AWS through a gate that lets each do what its role in the template
 * allows: whatever they call is allowed, and whatever is allowed they call. They are taken through
 * all that makes them call something: samples twice over, a cycle in tiles that fails and is
 * redriven, reconciliation, files that are missing, work that fails.
 */
class RolesAllowJustWhatIsCalledIT {

  private static final Path PROJECT = Path.of("..");
  private static final List<TemplateFunction> FUNCTIONS =
      SamTemplate.read(PROJECT.resolve("template.yaml")).functions();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);
  private static final int LARGEST_BODY = 1 << 20;
  private static final String BUCKET = "mosaicmatch-cycles";
  private static final String NO_GRACE = "{\"grace_seconds\": 0}";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Steps that read files, which may be missing. */
  private static final Set<CycleFunction> READERS =
      EnumSet.of(
          CycleFunction.PREPARE_TILES,
          CycleFunction.SCORE_TILE,
          CycleFunction.COMPUTE_PAIRS,
          CycleFunction.COLLECT_UNFINISHED);

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
        if (READERS.contains(function)) {
          samples.call(function, SampleCycle.sample(function).replace("jsonl", "gone"));
        }
        endLeaseSoon(stack);
        samples.play(function);
        samples.play(function);
      }
      String execution = start(states);
      untilEnd(states, execution);
      waitFor(stack, "ReleaseOnFailureFunction", "MosaicMatchLock");
      samples.play(CycleFunction.HEALTH);
      forgetThatOneIsMatched(stack);
      claimThatTheRegisterLostMatches(stack);
      samples.call(CycleFunction.RECONCILE, NO_GRACE);
      calls.addAll(stack.gate().calls());
      return execution;
    }
  }

  /** Reconciled and redriven; then every function meets what is missing, or fails at its work. */
  private void redriveAndTroubleIt(String execution) throws Exception {
    try (var stack = Stack.start(settings());
        var samples = new SampleCycle(stack);
        var states = CycleMachine.client(stack.aws())) {
      samples.call(CycleFunction.RECONCILE, NO_GRACE);
      new Execution(states, execution).redrive();
      untilEnd(states, execution);
      waitFor(stack, "WriteReportFunction", "report");
      deletePlans(stack);
      samples.call(CycleFunction.WRITE_REPORT, reportOf(execution));
      failBeforeTheMaps(stack, samples, states);
      stack.gate().interpose(AwsService.SECRETS_MANAGER, service -> call -> refused());
      samples.call(CycleFunction.UPDATE_UNMATCHED, other(CycleFunction.UPDATE_UNMATCHED));
      stack.gate().interpose(AwsService.DYNAMODB, OnlyStoredAnswers::new);
      for (var function : CycleFunction.values()) {
        samples.call(function, other(function));
      }
      calls.addAll(stack.gate().calls());
    }
  }

  /** An execution that holds the lock when it fails, since it can't write the pool. */
  private static void failBeforeTheMaps(Stack stack, SampleCycle samples, SfnClient states)
      throws Exception {
    samples.optIn();
    stack.gate().interpose(AwsService.S3, service -> call -> refused());
    untilEnd(states, start(states));
    waitFor(stack, "ReleaseOnFailureFunction", "MosaicMatchCycles");
  }

  /** A step renews its lease when less than half of it is left. */
  private static void endLeaseSoon(Stack stack) {
    var soon = Instant.now().plusSeconds(20).toEpochMilli();
    try {
      stack
          .aws()
          .dynamoDb()
          .updateItem(
              request ->
                  request
                      .tableName("MosaicMatchLock")
                      .key(Map.of("lock_name", AttributeValue.fromS("cycle")))
                      .updateExpression("SET lease_until = :soon")
                      .conditionExpression("attribute_exists(lease_until)")
                      .expressionAttributeValues(
                          Map.of(":soon", AttributeValue.fromN(Long.toString(soon)))));
    } catch (ConditionalCheckFailedException nobodyHoldsIt) {
      return;
    }
  }

  /** As a crash between the register's update and its record leaves a pair. */
  private static void forgetThatOneIsMatched(Stack stack) {
    var dynamoDb = stack.aws().dynamoDb();
    var pair =
        dynamoDb.scan(request -> request.tableName("MosaicMatchCycleAudit")).items().stream()
            .filter(item -> item.containsKey("unfinished"))
            .findFirst()
            .orElseThrow();
    dynamoDb.updateItem(
        request ->
            request
                .tableName("MosaicMatchCycleAudit")
                .key(Map.of("cycle_id", pair.get("cycle_id"), "pair_key", pair.get("pair_key")))
                .updateExpression("SET pinecone_metadata_updated = :no")
                .expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false))));
  }

  /** As a cycle counts that finds people waiting by consumed opt-ins. */
  private static void claimThatTheRegisterLostMatches(Stack stack) {
    var dynamoDb = stack.aws().dynamoDb();
    for (var cycle : dynamoDb.scan(request -> request.tableName("MosaicMatchCycles")).items()) {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName("MosaicMatchCycles")
                  .key(Map.of("cycle_id", cycle.get("cycle_id")))
                  .updateExpression("SET counts.left_out_consumed = :one")
                  .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }
  }

  private static void deletePlans(Stack stack) {
    try (var s3 = stack.aws().s3()) {
      s3
          .listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix("cycles/"))
          .contents()
          .stream()
          .map(S3Object::key)
          .filter(key -> key.contains("/plan/"))
          .forEach(key -> s3.deleteObject(request -> request.bucket(BUCKET).key(key)));
    }
  }

  private static String reportOf(String execution) throws IOException {
    var event = (ObjectNode) JSON.readTree(SampleCycle.sample(CycleFunction.WRITE_REPORT));
    event.put("id", "of-a-cycle-without-a-plan");
    ((ObjectNode) event.get("detail")).put("executionArn", execution);
    return event.toString();
  }

  /** A sample of another cycle, execution and event, whose answer is not stored. */
  private static String other(CycleFunction function) throws IOException {
    return SampleCycle.sample(function)
        .replace("02:00:00", "04:00:00")
        .replaceAll("[0-9a-f]{8}(?=-[0-9a-f]{4}-)", "04040404");
  }

  private static Reply refused() {
    return Reply.of(400, "text/plain", "refused by the test");
  }

  private LocalSettings settings() {
    var variables =
        new Environment(
            Map.of(
                "MOSAIC_HOME", folder.resolve("home").toString(),
                "MOSAIC_THRESHOLD", "0.3",
                "MOSAIC_PAIRING", "distributed",
                "MOSAIC_TILE_SEEKERS", "3"));
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

  /** Functions that nobody waits for do it in processes of their own. */
  private static void waitFor(Stack stack, String function, String resource) {
    var end = Instant.now().plus(LONGEST_WAIT);
    while (stack.gate().calls().stream()
        .noneMatch(c -> c.logicalId().equals(function) && c.resource().contains(resource))) {
      assertThat(Instant.now()).as("%s never called %s", function, resource).isBefore(end);
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
