package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.journal.Journal;
import aslengine.journal.JournalCorruptException;
import aslengine.journal.JournalInUseException;
import aslengine.json.Json;
import aslengine.time.SteppedTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Closing an engine stops it in mid-step, as a killed process would be. */
class JournalSurvivesKillTest {
  private static final String FAIL =
      "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"F\",\"States\":{\"F\":{\"Type\":\"Fail\",\"Error\":\"E\",\"Cause\":\"c\"}}}";

  @TempDir Path directory;

  private Aws open(SteppedTime time) {
    return Aws.open(b -> b.time(time).journalDirectory(directory));
  }

  private Aws open(SteppedTime time, Function<JsonNode, JsonNode> function) {
    return Aws.open(b -> b.time(time).journalDirectory(directory), Map.of("f", function));
  }

  private Path file() {
    return directory.resolve("executions.journal");
  }

  @Test
  void everythingIsListedAndDescribedAsBefore() {
    SteppedTime time = new SteppedTime(Aws.START);
    String execution;
    List<Object> before;
    try (Aws aws = open(time)) {
      execution = aws.run(FAIL, "{\"a\":  1}");
      before = snapshot(aws, execution);
    }
    try (Aws aws = open(time)) {
      assertThat(snapshot(aws, execution)).isEqualTo(before);
      assertThat(aws.describe(execution).input()).isEqualTo("{\"a\":  1}");
    }
  }

  private static List<Object> snapshot(Aws aws, String execution) {
    String machine = aws.describe(execution).stateMachineArn();
    return List.of(
        aws.describe(execution).toString(),
        aws.history(execution).toString(),
        aws.sfn.listStateMachines().stateMachines().toString(),
        aws.sfn.describeStateMachine(r -> r.stateMachineArn(machine)).toString(),
        aws.sfn.listExecutions(r -> r.stateMachineArn(machine)).executions().toString());
  }

  @Test
  void failedExecutionIsRedrivenAfterTheRestart() {
    SteppedTime time = new SteppedTime(Aws.START);
    String execution;
    try (Aws aws = open(time)) {
      execution = aws.run(FAIL, "{}");
    }
    try (Aws aws = open(time)) {
      aws.redrive(execution);
      assertThat(aws.types(execution)).hasSize(5).endsWith("ExecutionRedriven", "ExecutionFailed");
    }
    try (Aws aws = open(time)) {
      aws.redrive(execution);
      assertThat(aws.describe(execution).redriveCount()).isEqualTo(2);
      assertThat(aws.types(execution)).hasSize(7);
    }
  }

  @Test
  void waitGoesOnToItsOldEnd() {
    SteppedTime time = new SteppedTime(Aws.START);
    String execution;
    try (Aws aws = open(time)) {
      String machine =
          aws.machine(
              "wait",
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":7},\"Next\":\"W\"},\"W\":{\"Type\":\"Wait\",\"Seconds\":100,\"Output\":\"{%"
                  + " $v %}\",\"End\":true}}}");
      execution = aws.start(machine, "{}");
      aws.describe(execution);
    }
    time.advance(Duration.ofSeconds(60));
    try (Aws aws = open(time)) {
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);
      time.advance(Duration.ofSeconds(40));
      aws.await(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("7"));
      assertThat(aws.types(execution))
          .containsExactly(
              "ExecutionStarted",
              "PassStateEntered",
              "PassStateExited",
              "WaitStateEntered",
              "WaitStateExited",
              "ExecutionSucceeded");
    }
  }

  @Test
  void taskWhoseAnswerWasNotRecordedIsDoneAgain() throws InterruptedException {
    SteppedTime time = new SteppedTime(Aws.START);
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    String execution;
    try (Aws aws = open(time)) {
      aws.functions.put(
          "f",
          in -> {
            calls.incrementAndGet();
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return in;
          });
      execution =
          aws.start(
              aws.machine(
                  "task",
                  """
                  {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":[1,2],"MaxConcurrency":1,"End":true,
                    "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                      "Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"Output":"{% $states.result.Payload %}","End":true}}}}}}
                  """),
              "{}");
      begun.await();
      aws.describe(execution);
    }
    Function<JsonNode, JsonNode> counted =
        in -> {
          calls.incrementAndGet();
          return in;
        };
    try (Aws aws = open(time, counted)) {
      aws.awaitStatus(execution, ExecutionStatus.SUCCEEDED);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[1,2]"));
      assertThat(calls).hasValue(3);
      assertThat(aws.types(execution)).filteredOn("TaskScheduled"::equals).hasSize(2);
    }
  }

  @Test
  void mapRunGoesOnWithTheItemsThatAreLeft() throws InterruptedException {
    SteppedTime time = new SteppedTime(Aws.START);
    List<Integer> done = new ArrayList<>();
    CountDownLatch third = new CountDownLatch(1);
    String execution;
    try (Aws aws = open(time)) {
      aws.functions.put(
          "f",
          in -> {
            if (in.asInt() == 3) {
              third.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
            done.add(in.asInt());
            return in;
          });
      execution =
          aws.start(
              aws.machine(
                  "run", DistributedMapTest.map("\"Items\":[1,2,3,4,5],\"MaxConcurrency\":1")),
              "{}");
      third.await();
      aws.describe(execution);
    }
    List<Integer> after = new ArrayList<>();
    Function<JsonNode, JsonNode> noted =
        in -> {
          after.add(in.asInt());
          return in;
        };
    try (Aws aws = open(time, noted)) {
      aws.awaitStatus(execution, ExecutionStatus.SUCCEEDED);
      assertThat(after).containsExactly(3, 4, 5);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[1,2,3,4,5]"));
    }
  }

  @Test
  void callbackIsStillAwaited() {
    SteppedTime time = new SteppedTime(Aws.START);
    List<String> tokens = new ArrayList<>();
    String execution;
    try (Aws aws = open(time)) {
      execution = CallbackTaskTest.submitted(aws, tokens, "");
    }
    try (Aws aws = open(time)) {
      aws.sfn.sendTaskSuccess(r -> r.taskToken(tokens.getFirst()).output("5"));
      assertThat(aws.output(execution)).isEqualTo(Json.own("5"));
    }
  }

  @Test
  void recordThatWasCutShortIsDropped() throws IOException {
    SteppedTime time = new SteppedTime(Aws.START);
    String execution;
    try (Aws aws = open(time)) {
      execution = aws.run(FAIL, "{}");
    }
    Files.write(file(), new byte[] {0, 0, 1, 0, 1, 2, 3}, StandardOpenOption.APPEND);
    try (Aws aws = open(time)) {
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.FAILED);
      aws.redrive(execution);
    }
    try (Aws aws = open(time)) {
      assertThat(aws.describe(execution).redriveCount()).isEqualTo(1);
    }
  }

  @Test
  void damageInTheMidstIsNamedByItsPlace() throws IOException {
    try (Journal journal = Journal.inDirectory(directory)) {
      journal.append("first".getBytes(StandardCharsets.UTF_8));
      journal.append("second".getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[9] ^= 1;
    Files.write(file(), bytes);
    assertThatThrownBy(() -> Journal.inDirectory(directory))
        .isInstanceOf(JournalCorruptException.class)
        .hasMessageContaining("damaged record at byte 0")
        .hasMessageContaining(file().toString());
  }

  @Test
  void secondEngineIsKeptOut() {
    try (Journal journal = Journal.inDirectory(directory)) {
      journal.sync();
      assertThatThrownBy(() -> Journal.inDirectory(directory))
          .isInstanceOf(JournalInUseException.class);
    }
  }
}
