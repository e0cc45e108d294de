package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchOutputTest {
  private static String task(String resource, String catchers) {
    String look =
        """
        ,"Look":{"Type":"Pass","Output":{"kept":"{% $kept %}","in":"{% $states.input %}"},"End":true}
        """;
    return """
    {"QueryLanguage":"JSONata","StartAt":"T","States":{
      "T":{"Type":"Task","Resource":"RESOURCE","Arguments":{"FunctionName":"f"},"Catch":[CATCHERS],"End":true},
      "Caught":{"Type":"Pass","End":true}LOOK}}
    """
        .replace("RESOURCE", resource)
        .replace("CATCHERS", catchers)
        .replace("LOOK", catchers.contains("Look") ? look : "");
  }

  private static final String INVOKE = "arn:aws:states:::lambda:invoke";

  private static void failing(Aws aws, String error) {
    aws.functions.put(
        "f",
        in -> {
          throw new Aws.FunctionError(error, "it broke");
        });
  }

  @Test
  void defaultOutputIsErrorAndCauseAsLambdaReportedThem() {
    try (Aws aws = Aws.open()) {
      failing(aws, "java.lang.IllegalStateException");
      String execution =
          aws.run(
              task(
                  INVOKE,
                  "{\"ErrorEquals\":[\"java.lang.IllegalStateException\"],\"Next\":\"Caught\"}"),
              "{\"a\":1}");
      assertThat(aws.describe(execution).error()).isNull();
      assertThat(aws.output(execution))
          .isEqualTo(
              Json.object()
                  .put("Error", "java.lang.IllegalStateException")
                  .put(
                      "Cause",
                      "{\"errorMessage\":\"it"
                          + " broke\",\"errorType\":\"java.lang.IllegalStateException\"}"));
      assertThat(aws.links(execution))
          .containsSequence(
              "5 TaskFailed after 4", "6 TaskStateExited after 5", "7 PassStateEntered after 6");
    }
  }

  @Test
  void outputAndAssignOfACatcherSeeErrorAndInput() {
    try (Aws aws = Aws.open()) {
      failing(aws, "E");
      String execution =
          aws.run(
              task(
                  INVOKE,
                  """
                  {"ErrorEquals":["Other"],"Next":"Caught"},
                  {"ErrorEquals":["States.ALL"],"Next":"Look",
                    "Output":{"error":"{% $states.errorOutput.Error %}","a":"{% $states.input.a %}"},
                    "Assign":{"kept":"{% $states.errorOutput.Error & '!' %}"}}
                  """),
              "{\"a\":1}");
      assertThat(aws.output(execution))
          .isEqualTo(Json.own("{\"kept\":\"E!\",\"in\":{\"error\":\"E\",\"a\":1}}"));
      var exited = aws.event(execution, "TaskStateExited").stateExitedEventDetails();
      assertThat(exited.assignedVariables()).containsEntry("kept", "\"E!\"");
    }
  }

  @Test
  void failedOutputOfACatcherFailsTheStateASecondTime() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"P","States":{
                "P":{"Type":"Parallel","End":true,"Branches":[
                  {"StartAt":"Boom","States":{"Boom":{"Type":"Fail","Error":"MyError"}}}],
                  "Catch":[{"ErrorEquals":["Other"],"Next":"Done"},
                           {"ErrorEquals":["States.ALL"],"Output":{"v":"{% $states.input.missing %}"},"Next":"Done"}]},
                "Done":{"Type":"Pass","End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .endsWith(
              "4 FailStateEntered after 3",
              "5 ParallelStateFailed after 4",
              "6 EvaluationFailed after 4",
              "7 ParallelStateFailed after 6",
              "8 ExecutionFailed after 7");
      assertThat(aws.event(execution, "EvaluationFailed").evaluationFailedEventDetails().location())
          .isEqualTo("Catch[1]/Output/v");
    }
  }

  @Test
  void functionCalledByItsArnHasEventsOfItsOwn() {
    try (Aws aws = Aws.open()) {
      failing(aws, "E");
      String execution =
          aws.run(
              task(
                  "arn:aws:lambda:us-east-1:000000000000:function:f",
                  "{\"ErrorEquals\":[\"States.TaskFailed\"],\"Next\":\"Caught\"}"),
              "{\"a\":1}");
      assertThat(aws.types(execution))
          .containsSubsequence(
              "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionFailed");
      var scheduled =
          aws.event(execution, "LambdaFunctionScheduled").lambdaFunctionScheduledEventDetails();
      assertThat(scheduled.resource()).endsWith(":function:f");
      assertThat(scheduled.input()).isEqualTo("{\"FunctionName\":\"f\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "States.ALL, Any, true",
    "States.TaskFailed, Any, true",
    "Any, Any, true",
    "any, Any, false",
    "States.Timeout, Any, false",
    "States.HeartbeatTimeout, Any, false"
  })
  void errorsAreMatchedByNameAndByTheReservedNames(String name, String error, boolean caught) {
    try (Aws aws = Aws.open()) {
      failing(aws, error);
      String execution =
          aws.run(task(INVOKE, "{\"ErrorEquals\":[\"" + name + "\"],\"Next\":\"Caught\"}"), "{}");
      assertThat(aws.types(execution).contains("PassStateEntered")).isEqualTo(caught);
    }
  }

  @Test
  void errorWithoutATypeIsUnknown() {
    try (Aws aws =
        Aws.open(
            b ->
                b.lambda(
                    call ->
                        new aslengine.task.LambdaAnswer.Threw(
                            Json.object().put("errorMessage", "timed out"))))) {
      String execution =
          aws.run(task(INVOKE, "{\"ErrorEquals\":[\"X\"],\"Next\":\"Caught\"}"), "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("Lambda.Unknown");
      assertThat(aws.describe(execution).cause())
          .isEqualTo(
              "The cause could not be determined because Lambda did not return an error type."
                  + " Returned payload: {\"errorMessage\":\"timed out\"}");
    }
  }
}
