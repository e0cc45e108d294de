package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class CallbackTaskTest {
  /** Runs a machine up to the point where it waits for a callback. */
  static String submitted(Aws aws, List<String> tokens, String more) {
    aws.functions.put(
        "f",
        in -> {
          tokens.add(in.path("token").asText());
          return Json.own("\"ok\"");
        });
    String execution =
        aws.start(
            aws.machine(
                "callback",
                """
                {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task",
                  "Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",MORE
                  "Arguments":{"FunctionName":"f","Payload":{"token":"{% $states.context.Task.Token %}"}},"End":true}}}
                """
                    .replace("MORE", more)),
            "{}");
    for (int i = 0; i < 5_000 && !aws.types(execution).contains("TaskSubmitted"); i++) {
      LockSupport.parkNanos(1_000_000);
    }
    return execution;
  }

  @Test
  void successEndsTheTaskWithItsOutput() {
    try (Aws aws = Aws.open(b -> b.time(new SteppedTime(Aws.START)))) {
      List<String> tokens = new ArrayList<>();
      String execution = submitted(aws, tokens, "");
      aws.sfn.sendTaskSuccess(r -> r.taskToken(tokens.getFirst()).output("{\"done\":true}"));
      aws.await(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("{\"done\":true}"));
      assertThat(aws.types(execution))
          .containsExactly(
              "ExecutionStarted",
              "TaskStateEntered",
              "TaskScheduled",
              "TaskStarted",
              "TaskSubmitted",
              "TaskSucceeded",
              "TaskStateExited",
              "ExecutionSucceeded");
      assertThat(aws.event(execution, "TaskScheduled").taskScheduledEventDetails().resource())
          .isEqualTo("invoke.waitForTaskToken");
      assertThatThrownBy(
              () -> aws.sfn.sendTaskSuccess(r -> r.taskToken(tokens.getFirst()).output("1")))
          .isInstanceOf(InvalidTokenException.class);
    }
  }

  @Test
  void failureEndsTheTaskWithItsErrorAndCause() {
    try (Aws aws = Aws.open(b -> b.time(new SteppedTime(Aws.START)))) {
      List<String> tokens = new ArrayList<>();
      String execution = submitted(aws, tokens, "");
      aws.sfn.sendTaskFailure(r -> r.taskToken(tokens.getFirst()).error("Mine").cause("so"));
      aws.await(execution);
      assertThat(aws.describe(execution).error()).isEqualTo("Mine");
      assertThat(aws.describe(execution).cause()).isEqualTo("so");
    }
  }

  @Test
  void heartbeatsKeepTheTaskAndTheirAbsenceTimesItOut() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      List<String> tokens = new ArrayList<>();
      String execution = submitted(aws, tokens, "\"HeartbeatSeconds\":10,\"TimeoutSeconds\":600,");
      time.advance(Duration.ofSeconds(9));
      aws.sfn.sendTaskHeartbeat(r -> r.taskToken(tokens.getFirst()));
      time.advance(Duration.ofSeconds(9));
      assertThat(aws.types(execution)).endsWith("TaskSubmitted");
      time.advance(Duration.ofSeconds(1));
      aws.await(execution);
      assertThat(aws.types(execution)).endsWith("TaskTimedOut", "ExecutionFailed");
      assertThat(aws.describe(execution).error()).isEqualTo("States.Timeout");
      var scheduled = aws.event(execution, "TaskScheduled").taskScheduledEventDetails();
      assertThat(scheduled.heartbeatInSeconds()).isEqualTo(10);
      assertThat(scheduled.timeoutInSeconds()).isEqualTo(600);
      assertThatThrownBy(() -> aws.sfn.sendTaskHeartbeat(r -> r.taskToken(tokens.getFirst())))
          .isInstanceOfAny(TaskTimedOutException.class, InvalidTokenException.class);
    }
  }

  @Test
  void missingHeartbeatIsCaughtByItsOwnNameToo() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      List<String> tokens = new ArrayList<>();
      String execution =
          submitted(
              aws,
              tokens,
              "\"HeartbeatSeconds\":10,\"Retry\":[{\"ErrorEquals\":[\"States.HeartbeatTimeout\"],\"MaxAttempts\":1,\"IntervalSeconds\":5}],");
      time.advance(Duration.ofSeconds(10));
      aws.describe(execution);
      time.advance(Duration.ofSeconds(5));
      for (int i = 0; i < 5_000 && tokens.size() < 2; i++) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    }
  }
}
