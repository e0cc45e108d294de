package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class RedriveTest {
  /** Functions that fail as long as they are in the set. */
  private static Set<String> breakable(Aws aws, AtomicInteger calls, String... names) {
    Set<String> broken = ConcurrentHashMap.newKeySet();
    for (String name : names) {
      aws.functions.put(
          name,
          in -> {
            calls.incrementAndGet();
            if (broken.contains(name)) {
              throw new Aws.FunctionError("Broken", name);
            }
            return Json.own("\"" + name + "\"");
          });
    }
    return broken;
  }

  private static String task(String function, String more) {
    return """
    {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"%s"},
      "Output":"{%% $states.result.Payload %%}",%s}
    """
        .formatted(function, more);
  }

  @Test
  void failedTaskIsScheduledAgainAndTheHistoryGoesOn() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = new AtomicInteger();
      Set<String> broken = breakable(aws, calls, "a", "b");
      broken.add("b");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":"
                  + task("a", "\"Next\":\"B\"")
                  + ",\"B\":"
                  + task(
                      "b",
                      "\"Retry\":[{\"ErrorEquals\":[\"Broken\"],\"MaxAttempts\":2}],\"End\":true")
                  + "}}",
              "{}");
      assertThat(aws.describe(execution).redriveStatus())
          .isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
      assertThat(calls).hasValue(4);
      int events = aws.history(execution).size();
      broken.clear();
      aws.redrive(execution);
      assertThat(calls).hasValue(5);
      assertThat(aws.types(execution).subList(events, events + 6))
          .containsExactly(
              "ExecutionRedriven",
              "TaskScheduled",
              "TaskStarted",
              "TaskSucceeded",
              "TaskStateExited",
              "ExecutionSucceeded");
      var described = aws.describe(execution);
      assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(described.output()).isEqualTo("\"b\"");
      assertThat(described.redriveCount()).isEqualTo(1);
      assertThat(described.redriveDate()).isNotNull();
      assertThat(
              aws.event(execution, "ExecutionRedriven")
                  .executionRedrivenEventDetails()
                  .redriveCount())
          .isEqualTo(1);
    }
  }

  @Test
  void retryCountsStartAnew() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = new AtomicInteger();
      breakable(aws, calls, "a").add("a");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":"
                  + task(
                      "a",
                      "\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"MaxAttempts\":2}],\"End\":true")
                  + "}}",
              "{}");
      assertThat(calls).hasValue(3);
      aws.redrive(execution);
      assertThat(calls).hasValue(6);
      aws.redrive(execution);
      assertThat(aws.describe(execution).redriveCount()).isEqualTo(2);
    }
  }

  @Test
  void onlyFailedAndCutBranchesRunAgain() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = new AtomicInteger();
      Set<String> broken = breakable(aws, calls, "a", "b");
      broken.add("b");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":["
                  + "{\"StartAt\":\"A\",\"States\":{\"A\":"
                  + task("a", "\"End\":true")
                  + "}},{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":5,\"Next\":\"B\"},\"B\":"
                  + task("b", "\"End\":true")
                  + "}},{\"StartAt\":\"L\",\"States\":{\"L\":{\"Type\":\"Wait\",\"Seconds\":50,\"End\":true}}}]}}}",
              "{}");
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(calls).hasValue(2);
      broken.clear();
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[\"a\",\"b\",{}]"));
      assertThat(calls).hasValue(3);
    }
  }

  @Test
  void onlyFailedAndNotStartedIterationsRunAgain() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = new AtomicInteger();
      AtomicInteger bad = new AtomicInteger(2);
      aws.functions.put(
          "f",
          in -> {
            calls.incrementAndGet();
            if (in.asInt() == bad.get()) {
              throw new Aws.FunctionError("Bad", "");
            }
            return in;
          });
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":[1,2,3],"MaxConcurrency":1,"End":true,
                "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                  "Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"Output":"{% $states.result.Payload * 10 %}","End":true}}}}}}
              """,
              "{}");
      assertThat(calls).hasValue(2);
      bad.set(0);
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[10,20,30]"));
      assertThat(calls).hasValue(4);
    }
  }

  @Test
  void failStateFailsAgain() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"F\",\"States\":{\"F\":{\"Type\":\"Fail\",\"Error\":\"E\"}}}",
              "{}");
      aws.redrive(execution);
      assertThat(aws.types(execution))
          .containsExactly(
              "ExecutionStarted",
              "FailStateEntered",
              "ExecutionFailed",
              "ExecutionRedriven",
              "ExecutionFailed");
    }
  }

  @Test
  void stateWhoseExpressionFailedIsDoneAgain() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = new AtomicInteger();
      aws.functions.put(
          "f", in -> calls.getAndIncrement() == 0 ? Json.object() : Json.object().put("x", 1));
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                "Arguments":{"FunctionName":"f"},"Output":"{% $states.result.Payload.x %}","End":true}}}
              """,
              "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("States.QueryEvaluationError");
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("1"));
    }
  }

  @Test
  void abortedExecutionGoesOnWhereItWasStopped() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      String machine =
          aws.machine(
              "w",
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}");
      String execution = aws.start(machine, "{}");
      assertThatThrownBy(() -> aws.sfn.redriveExecution(r -> r.executionArn(execution)))
          .isInstanceOf(ExecutionNotRedrivableException.class)
          .hasMessageContaining("Execution is RUNNING and cannot be redriven");
      aws.sfn.stopExecution(r -> r.executionArn(execution).error("Why").cause("because"));
      aws.await(execution);
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 WaitStateEntered after 0",
              "3 ExecutionAborted after 0");
      assertThat(aws.describe(execution).error()).isEqualTo("Why");
      aws.sfn.redriveExecution(r -> r.executionArn(execution));
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.RUNNING);
      assertThat(aws.describe(execution).error()).isNull();
      time.advance(Duration.ofSeconds(60));
      aws.awaitStatus(execution, ExecutionStatus.SUCCEEDED);
      assertThat(aws.types(execution))
          .endsWith("ExecutionRedriven", "WaitStateExited", "ExecutionSucceeded");
    }
  }

  @Test
  void succeededAndLongEndedExecutionsAreRefused() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      String good =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}",
              "{}");
      assertThatThrownBy(() -> aws.sfn.redriveExecution(r -> r.executionArn(good)))
          .isInstanceOf(ExecutionNotRedrivableException.class);
      assertThat(aws.describe(good).redriveStatusReason())
          .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
      String bad =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"F\",\"States\":{\"F\":{\"Type\":\"Fail\"}}}",
              "{}");
      time.advance(Duration.ofDays(15));
      assertThat(aws.describe(bad).redriveStatusReason())
          .isEqualTo("Execution redrivable period exceeded");
      assertThatThrownBy(() -> aws.sfn.redriveExecution(r -> r.executionArn(bad)))
          .isInstanceOf(ExecutionNotRedrivableException.class);
    }
  }

  @Test
  void redrivenChildrenAreListedBySuchButExecutionsOfAMachineAreNot() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Label":"Kids","Items":[1],"End":true,
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                  "StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}}}}
              """,
              "{}");
      String run = aws.sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns().get(0).mapRunArn();
      assertThat(aws.sfn.listExecutions(r -> r.mapRunArn(run)).executions().get(0).redriveCount())
          .isZero();
      aws.redrive(execution);
      assertThat(
              aws.sfn.listExecutions(r -> r.mapRunArn(run).redriveFilter("REDRIVEN")).executions())
          .hasSize(1);
      assertThat(
              aws.sfn
                  .listExecutions(r -> r.mapRunArn(run).redriveFilter("NOT_REDRIVEN"))
                  .executions())
          .isEmpty();
      String machine = aws.describe(execution).stateMachineArn();
      assertThatThrownBy(
              () ->
                  aws.sfn.listExecutions(r -> r.stateMachineArn(machine).redriveFilter("REDRIVEN")))
          .hasMessageContaining(
              "RedriveFilter cannot be applied to ListExecutions call with StateMachine ARN");
    }
  }

  @Test
  void failedExpressChildCanBeRedrivenByItsRunAndCountsIt() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":[1],"End":true,
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
                  "StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}}}}
              """,
              "{}");
      String run = aws.sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns().get(0).mapRunArn();
      String child =
          aws.sfn.listExecutions(r -> r.mapRunArn(run)).executions().get(0).executionArn();
      assertThat(aws.describe(child).redriveStatus())
          .isEqualTo(ExecutionRedriveStatus.REDRIVABLE_BY_MAP_RUN);
      aws.redrive(execution);
      assertThat(aws.describe(child).redriveCount()).isEqualTo(1);
    }
  }
}
