package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The order and links of an inline Map's events, as read off real executions. */
class HistoryOrderOfMapTest {
  @Test
  void oneAtATimeChainsEachIterationFromTheLastEventOfTheOneBefore() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,
                "Items":[1,2],"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapIterationStarted after 3",
              "5 PassStateEntered after 4",
              "6 PassStateExited after 5",
              "7 MapIterationSucceeded after 6",
              "8 MapIterationStarted after 6",
              "9 PassStateEntered after 8",
              "10 PassStateExited after 9",
              "11 MapIterationSucceeded after 10",
              "12 MapStateSucceeded after 11",
              "13 MapStateExited after 11",
              "14 ExecutionSucceeded after 13");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[1,2]"));
    }
  }

  @Test
  void emptyArrayGoesOnFromTheStart() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map",
                "Items":"{% $states.input.items %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
              """,
              "{\"items\":[]}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapStateSucceeded after 3",
              "5 MapStateExited after 3",
              "6 ExecutionSucceeded after 5");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[]"));
    }
  }

  @Test
  void failedExpressionInAnIterationFailsIterationAndState() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,
                "Items":[1,2],"ItemProcessor":{"StartAt":"U","States":{"U":{"Type":"Pass","Output":"{% $states.input.missing %}","End":true}}},"End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapIterationStarted after 3",
              "5 PassStateEntered after 4",
              "6 EvaluationFailed after 5",
              "7 MapIterationFailed after 6",
              "8 MapStateFailed after 6",
              "9 ExecutionFailed after 8");
    }
  }

  @Test
  void itemsThatCannotBeEvaluatedFailTheMapBeforeItStarts() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map",
                "Items":"{% $states.input.missing %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 EvaluationFailed after 2",
              "4 MapStateFailed after 3",
              "5 ExecutionFailed after 4");
    }
  }

  @Test
  void iterationsThatAreCutAreRecordedInOrderAroundTheOneThatFailed() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","End":true,
                "Items":["long","fail"],
                "ItemProcessor":{"StartAt":"Route","States":{
                  "Route":{"Type":"Choice","Choices":[{"Condition":"{% $states.input = 'fail' %}","Next":"Pause"}],"Default":"Long"},
                  "Long":{"Type":"Wait","Seconds":15,"End":true},
                  "Pause":{"Type":"Wait","Seconds":1,"Next":"Boom"},
                  "Boom":{"Type":"Fail","Error":"Boom","Cause":"sibling failed"}}}}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsSequence(
              "13 FailStateEntered after 12",
              "14 MapIterationAborted after 13",
              "15 WaitStateAborted after 13",
              "16 MapIterationFailed after 13",
              "17 MapStateFailed after 13",
              "18 ExecutionFailed after 17");
    }
  }

  @Test
  void tasksThatTimeOutTogetherAreRecordedLikeStepFunctionsRecordsThem() {
    SteppedTime time = new SteppedTime(Aws.START);
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      aws.functions.put(
          "slow",
          in -> {
            running.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new Aws.FunctionError("Interrupted", "stopped");
            }
            return in;
          });
      String machine =
          aws.machine(
              "timeouts",
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","End":true,"Items":[1,2],
                "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                  "Arguments":{"FunctionName":"slow"},"TimeoutSeconds":5,"End":true}}}}}}
              """);
      String execution = aws.start(machine, "{}");
      awaitLatch(running);
      time.advance(Duration.ofSeconds(5));
      aws.await(execution);
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapIterationStarted after 3",
              "5 MapIterationStarted after 3",
              "6 TaskStateEntered after 4",
              "7 TaskScheduled after 6",
              "8 TaskStateEntered after 5",
              "9 TaskScheduled after 8",
              "10 TaskStarted after 7",
              "11 TaskStarted after 9",
              "12 TaskTimedOut after 10",
              "13 MapIterationFailed after 12",
              "14 TaskStateAborted after 12",
              "15 MapIterationAborted after 12",
              "16 TaskStateAborted after 12",
              "17 MapStateFailed after 12",
              "18 ExecutionFailed after 17");
      var timedOut = aws.event(execution, "TaskTimedOut").taskTimedOutEventDetails();
      assertThat(timedOut.error()).isEqualTo("States.Timeout");
      assertThat(timedOut.cause()).isNull();
      assertThat(aws.describe(execution).error()).isEqualTo("States.Timeout");
      assertThat(aws.describe(execution).cause()).isNull();
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void mapInAParallelBranchChainsToItsBranch() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"M","States":{"M":{"Type":"Map","Items":[1,2],"End":true,
                  "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}}}}},
                {"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}]}}}
              """,
              "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[[1,2],{}]"));
      assertThat(aws.links(execution))
          .contains(
              "4 MapStateEntered after 3",
              "5 MapStateStarted after 4",
              "6 MapIterationStarted after 5",
              "7 MapIterationStarted after 5",
              "8 PassStateEntered after 3");
    }
  }
}
