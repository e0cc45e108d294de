package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import org.junit.jupiter.api.Test;

class FirstPathTest {
  @Test
  void passTaskAndChoiceRunThroughTheClient() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("double", in -> Json.object().put("n", in.path("n").asInt() * 2));
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"Set","States":{
                "Set":{"Type":"Pass","Output":{"n":"{% $states.input.start + 1 %}"},"Assign":{"first":"{% $states.input.start %}"},"Next":"Double"},
                "Double":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                  "Arguments":{"FunctionName":"double","Payload":{"n":"{% $states.input.n %}"}},
                  "Output":"{% $states.result.Payload %}","Next":"Big"},
                "Big":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.n > 5 %}","Next":"Yes"}],"Default":"No"},
                "Yes":{"Type":"Succeed","Output":{"n":"{% $states.input.n %}","first":"{% $first %}"}},
                "No":{"Type":"Fail","Error":"TooSmall"}}}
              """,
              "{\"start\":3}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("{\"n\":8,\"first\":3}"));
      assertThat(aws.types(execution))
          .containsExactly(
              "ExecutionStarted",
              "PassStateEntered",
              "PassStateExited",
              "TaskStateEntered",
              "TaskScheduled",
              "TaskStarted",
              "TaskSucceeded",
              "TaskStateExited",
              "ChoiceStateEntered",
              "ChoiceStateExited",
              "SucceedStateEntered",
              "SucceedStateExited",
              "ExecutionSucceeded");
      assertThat(aws.previous(execution))
          .containsExactly(0L, 0L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }
  }
}
