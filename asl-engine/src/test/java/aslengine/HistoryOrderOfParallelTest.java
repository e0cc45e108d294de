package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The order and links of a Parallel's events, as read off real executions. */
class HistoryOrderOfParallelTest {
  private static final String TWO_BRANCHES =
      """
      {"QueryLanguage":"JSONata","StartAt":"P","States":{
        "P":{"Type":"Parallel","Branches":[
          {"StartAt":"A1","States":{"A1":{"Type":"Pass","Next":"A2"},"A2":{"Type":"Pass","End":true}}},
          {"StartAt":"B1","States":{"B1":{"Type":"Pass","End":true}}}],
          "Next":"After"},
        "After":{"Type":"Pass","End":true}}}
      """;

  @Test
  void everyBranchChainsFromTheStartAndTheParallelGoesOnFromTheLastBranchEvent() {
    try (Aws aws = Aws.open()) {
      String execution = aws.run(TWO_BRANCHES, "{\"x\":\"a\"}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 PassStateEntered after 3",
              "5 PassStateExited after 4",
              "6 PassStateEntered after 5",
              "7 PassStateExited after 6",
              "8 PassStateEntered after 3",
              "9 PassStateExited after 8",
              "10 ParallelStateSucceeded after 9",
              "11 ParallelStateExited after 9",
              "12 PassStateEntered after 11",
              "13 PassStateExited after 12",
              "14 ExecutionSucceeded after 13");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[{\"x\":\"a\"},{\"x\":\"a\"}]"));
    }
  }

  @Test
  void failStateInABranchFailsTheParallelWithItsOwnErrorAndCause() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"Boom","States":{"Boom":{"Type":"Fail","Error":"MyError","Cause":"my cause"}}}]}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 FailStateEntered after 3",
              "5 ParallelStateFailed after 4",
              "6 ExecutionFailed after 5");
      assertThat(aws.describe(execution).error()).isEqualTo("MyError");
      assertThat(aws.describe(execution).cause()).isEqualTo("my cause");
    }
  }

  @Test
  void caughtBranchFailureLeavesTheParallelWithTheErrorOutput() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{
                "P":{"Type":"Parallel","Branches":[
                  {"StartAt":"Undef","States":{"Undef":{"Type":"Pass","Output":{"v":"{% $states.input.missing %}"},"End":true}}}],
                  "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Handled"}],"End":true},
                "Handled":{"Type":"Pass","End":true}}}
              """,
              "{\"x\":\"a\"}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 PassStateEntered after 3",
              "5 EvaluationFailed after 4",
              "6 ParallelStateFailed after 5",
              "7 ParallelStateExited after 6",
              "8 PassStateEntered after 7",
              "9 PassStateExited after 8",
              "10 ExecutionSucceeded after 9");
      String cause =
          "An error occurred while executing the state 'Undef' (entered at the event id #4). The"
              + " JSONata expression '$states.input.missing' specified for the field 'Output/v'"
              + " returned nothing (undefined).";
      var failed = aws.event(execution, "EvaluationFailed").evaluationFailedEventDetails();
      assertThat(failed.cause()).isEqualTo(cause);
      assertThat(failed.location()).isEqualTo("Output/v");
      assertThat(failed.state()).isEqualTo("Undef");
      assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
      assertThat(aws.output(execution).path("Cause").asText()).isEqualTo(cause);
    }
  }

  @Test
  void retriedParallelStartsAgainWithoutEnteringAgain() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"Boom","States":{"Boom":{"Type":"Fail","Error":"MyError","Cause":"my cause"}}}],
                "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1,"IntervalSeconds":0}]}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 FailStateEntered after 3",
              "5 ParallelStateStarted after 4",
              "6 FailStateEntered after 5",
              "7 ParallelStateFailed after 6",
              "8 ExecutionFailed after 7");
    }
  }

  @Test
  void taskThatEndsABranchIsRecordedAsAbortedBesideTheChain() {
    try (Aws aws = Aws.open()) {
      aws.functions.put(
          "f",
          in -> {
            throw new Aws.FunctionError("Broken", "no");
          });
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{
                "P":{"Type":"Parallel","Branches":[
                  {"StartAt":"Send","States":{"Send":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                    "Arguments":{"FunctionName":"f"},"End":true}}}],
                  "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Handled"}],"End":true},
                "Handled":{"Type":"Pass","End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 TaskStateEntered after 3",
              "5 TaskScheduled after 4",
              "6 TaskStarted after 5",
              "7 TaskFailed after 6",
              "8 TaskStateAborted after 7",
              "9 ParallelStateFailed after 7",
              "10 ParallelStateExited after 9",
              "11 PassStateEntered after 10",
              "12 PassStateExited after 11",
              "13 ExecutionSucceeded after 12");
    }
  }

  @Test
  void runtimeErrorInABranchEndsTheExecutionAtOnce() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{
                "P":{"Type":"Parallel","End":true,"Branches":[
                  {"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Condition":"{% false %}","Next":"D"}]},
                    "D":{"Type":"Pass","End":true}}}],
                  "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Handled"}]},
                "Handled":{"Type":"Pass","End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 ParallelStateEntered after 0",
              "3 ParallelStateStarted after 2",
              "4 ChoiceStateEntered after 3",
              "5 ExecutionFailed after 4");
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(aws.describe(execution).error()).isEqualTo("States.Runtime");
      assertThat(aws.describe(execution).cause())
          .isEqualTo(
              "An error occurred while executing the state 'C' (entered at the event id #4)."
                  + " Failed to transition out of the state. The state does not point to a next"
                  + " state.");
    }
  }

  @Test
  void waitingBranchIsCutWhenAnotherFails() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
                {"StartAt":"Long","States":{"Long":{"Type":"Wait","Seconds":15,"End":true}}},
                {"StartAt":"Pause","States":{"Pause":{"Type":"Wait","Seconds":1,"Next":"Boom"},
                  "Boom":{"Type":"Fail","Error":"Boom"}}}]}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsSequence(
              "7 FailStateEntered after 6",
              "8 WaitStateAborted after 7",
              "9 ParallelStateFailed after 7",
              "10 ExecutionFailed after 9");
    }
  }
}
