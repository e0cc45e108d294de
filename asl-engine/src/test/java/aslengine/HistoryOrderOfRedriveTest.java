package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** How events after a redrive are linked to those before it, as read off real executions. */
class HistoryOrderOfRedriveTest {
  private static final String TASK =
      """
      {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true,
       "Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"Output":"{% $states.input %}"}\
      """;

  /** Fails for the inputs in the set. */
  private static Set<String> breakable(Aws aws, String... inputs) {
    Set<String> broken = ConcurrentHashMap.newKeySet();
    broken.addAll(Set.of(inputs));
    aws.functions.put(
        "f",
        in -> {
          if (broken.contains(in.toString())) {
            throw new Aws.FunctionError("Broken", in.toString());
          }
          return in;
        });
    return broken;
  }

  @Test
  void taskIsScheduledAgainFromWhereItsStateWasEntered() {
    try (Aws aws = Aws.open()) {
      Set<String> broken = breakable(aws, "1");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"T\",\"States\":{\"T\":" + TASK + "}}",
              "1");
      broken.clear();
      aws.redrive(execution);
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 TaskStateEntered after 0",
              "3 TaskScheduled after 2",
              "4 TaskStarted after 3",
              "5 TaskFailed after 4",
              "6 ExecutionFailed after 5",
              "7 ExecutionRedriven after 6",
              "8 TaskScheduled after 2",
              "9 TaskStarted after 8",
              "10 TaskSucceeded after 9",
              "11 TaskStateExited after 10",
              "12 ExecutionSucceeded after 11");
    }
  }

  @Test
  void iterationsGoOnWithoutAnotherStartAndTheNextOneFollowsThem() {
    try (Aws aws = Aws.open()) {
      Set<String> broken = breakable(aws, "2");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\",\"MaxConcurrency\":1,"
                  + "\"Items\":[1,2,3],\"End\":true,\"ItemProcessor\":{\"StartAt\":\"T\",\"States\":{\"T\":"
                  + TASK
                  + "}}}}}",
              "{}");
      assertThat(aws.links(execution))
          .contains("12 TaskStateEntered after 11", "19 ExecutionFailed after 18");
      broken.clear();
      aws.redrive(execution);
      assertThat(aws.links(execution).subList(19, 28))
          .containsExactly(
              "20 ExecutionRedriven after 19",
              "21 TaskScheduled after 12",
              "22 TaskStarted after 21",
              "23 TaskSucceeded after 22",
              "24 TaskStateExited after 23",
              "25 MapIterationSucceeded after 24",
              "26 MapIterationStarted after 24",
              "27 TaskStateEntered after 26",
              "28 TaskScheduled after 27");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[1,2,3]"));
    }
  }

  @Test
  void mapRunIsRedrivenFromTheStartOfItsStateAndLeftFromThere() {
    try (Aws aws = Aws.open()) {
      Set<String> broken = breakable(aws, "2");
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\",\"Items\":[1,2],\"MaxConcurrency\":1,\"End\":true,"
                  + "\"ResultWriter\":{\"Resource\":\"arn:aws:states:::s3:putObject\",\"Arguments\":{\"Bucket\":\"b\",\"Prefix\":\"p\"}},"
                  + "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},"
                  + "\"StartAt\":\"T\",\"States\":{\"T\":"
                  + TASK
                  + "}}}}}",
              "{}");
      broken.clear();
      aws.redrive(execution);
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapRunStarted after 3",
              "5 MapRunFailed after 4",
              "6 MapStateFailed after 5",
              "7 ExecutionFailed after 6",
              "8 ExecutionRedriven after 7",
              "9 MapRunRedriven after 3",
              "10 MapRunSucceeded after 9",
              "11 MapStateSucceeded after 10",
              "12 MapStateExited after 9",
              "13 ExecutionSucceeded after 12");
      String manifest = aws.output(execution).at("/ResultWriterDetails/Key").asText();
      assertThat(manifest).endsWith("/Redrive-1/manifest.json");
      String folder = manifest.substring(0, manifest.length() - "manifest.json".length());
      byte[] again = aws.objects.find("b", folder + "SUCCEEDED_0.json").orElseThrow();
      assertThat(Json.own(again)).hasSize(1);
    }
  }

  @Test
  void executionThatTimedOutSaysSoInItsLastEvent() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              "{\"QueryLanguage\":\"JSONata\",\"TimeoutSeconds\":2,\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":9,\"End\":true}}}",
              "{}");
      var details = aws.event(execution, "ExecutionTimedOut").executionTimedOutEventDetails();
      assertThat(details.error()).isEqualTo("States.Timeout");
      assertThat(details.cause()).isNull();
      assertThat(aws.describe(execution).error()).isNull();
    }
  }
}
