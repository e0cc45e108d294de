package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.SfnException;

class DataLimitTest {
  private static final String HALF = "\"" + "x".repeat(140_000) + "\"";
  private static final String BIG = "x".repeat(262_144);

  @Test
  void resultOfATaskThatIsTooBigFailsTheTaskAndCanBeCaught() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> TextNode.valueOf(BIG));
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"T","States":{
                "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
                  "Catch":[{"ErrorEquals":["States.DataLimitExceeded"],"Next":"C"}],"End":true},
                "C":{"Type":"Pass","End":true}}}
              """,
              "{}");
      assertThat(aws.output(execution))
          .isEqualTo(
              Json.object()
                  .put("Error", "States.DataLimitExceeded")
                  .put(
                      "Cause",
                      "The state/task 'lambda' returned a result with a size exceeding the maximum"
                          + " number of bytes service limit."));
    }
  }

  @Test
  void outputOfAStateThatIsTooBigEndsTheExecution() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% $states.input & $states.input %}","End":true}}}
              """,
              HALF);
      assertThat(aws.types(execution))
          .containsExactly("ExecutionStarted", "PassStateEntered", "ExecutionFailed");
      assertThat(aws.describe(execution).error()).isEqualTo("States.DataLimitExceeded");
    }
  }

  private static final String HALVES =
      """
      {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","End":true,
        "Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],
        "Branches":[
          {"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},
          {"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}]},
        "C":{"Type":"Pass","End":true}}}
      """;

  @Test
  void resultOfAParallelThatIsTooBigIsPastEveryCatchAndRedriveRunsAllBranchesAgain() {
    try (Aws aws = Aws.open()) {
      String execution = aws.run(HALVES, HALF);
      assertThat(aws.describe(execution).error()).isEqualTo("States.DataLimitExceeded");
      assertThat(aws.describe(execution).cause())
          .isEqualTo(
              "The state/task 'P' returned a result with a size exceeding the maximum number of"
                  + " bytes service limit.");
      aws.redrive(execution);
      assertThat(aws.types(execution)).filteredOn("ParallelStateStarted"::equals).hasSize(2);
      assertThat(aws.types(execution)).filteredOn("PassStateEntered"::equals).hasSize(4);
    }
  }

  @Test
  void resultOfAMapRunThatIsTooBigFailsItAndRedriveStartsAnotherRun() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> TextNode.valueOf("x".repeat(200_000)));
      String execution = aws.run(DistributedMapTest.map("\"Items\":[1,2]"), "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("States.DataLimitExceeded");
      aws.redrive(execution);
      assertThat(aws.sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns()).hasSize(2);
    }
  }

  @Test
  void inputThatIsTooBigIsRefused() {
    try (Aws aws = Aws.open()) {
      String machine =
          aws.machine(
              "p", "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}");
      assertThatThrownBy(() -> aws.start(machine, "\"" + BIG + "\""))
          .isInstanceOf(SfnException.class)
          .hasMessageContaining("262144");
      assertThat(
              aws.output(aws.await(aws.start(machine, "\"" + "x".repeat(262_142) + "\""))).asText())
          .hasSize(262_142);
    }
  }

  @Test
  void endlessLoopEndsWithTheLastEventThatAHistoryMayHave() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Next\":\"C\"},\"C\":{\"Type\":\"Wait\",\"Seconds\":0,\"Next\":\"A\"},\"E\":{\"Type\":\"Pass\",\"End\":true}}}"
                  .replace(",\"E\":{\"Type\":\"Pass\",\"End\":true}", ""),
              "{}");
      var events = aws.history(execution);
      assertThat(events).hasSize(25_000);
      assertThat(events.getLast().typeAsString()).isEqualTo("ExecutionFailed");
      assertThat(events.getLast().previousEventId()).isEqualTo(24_999);
      assertThat(aws.describe(execution).error()).isEqualTo("States.Runtime");
      assertThat(aws.describe(execution).cause())
          .isEqualTo("The execution reached the maximum number of history events (25000).");
      assertThat(aws.describe(execution).redriveStatusReason())
          .isEqualTo("Execution history event limit exceeded");
    }
  }
}
