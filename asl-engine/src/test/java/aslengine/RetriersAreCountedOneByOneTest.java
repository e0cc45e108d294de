package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class RetriersAreCountedOneByOneTest {
  private static String task(String recovery) {
    return """
    {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
      "Arguments":{"FunctionName":"f","Payload":"{% $states.context.State.RetryCount %}"},
      "Output":"{% $states.result.Payload %}","End":true,RECOVERY}}}
    """
        .replace("RECOVERY", recovery);
  }

  /** A function that throws these errors one after the other, then returns. */
  private static AtomicInteger throwing(Aws aws, String... errors) {
    AtomicInteger calls = new AtomicInteger();
    aws.functions.put(
        "f",
        in -> {
          int call = calls.getAndIncrement();
          if (call < errors.length) {
            throw new Aws.FunctionError(errors[call], "call " + call);
          }
          return in;
        });
    return calls;
  }

  private static List<Long> secondsBetweenTries(Aws aws, String execution) {
    List<Instant> scheduled =
        aws.history(execution).stream()
            .filter(e -> e.typeAsString().equals("TaskScheduled"))
            .map(HistoryEvent::timestamp)
            .toList();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < scheduled.size(); i++) {
      gaps.add(Duration.between(scheduled.get(i - 1), scheduled.get(i)).toSeconds());
    }
    return gaps;
  }

  @Test
  void eachRetrierHasItsOwnAttemptsAndItsOwnBackoff() {
    try (Aws aws = Aws.open()) {
      throwing(aws, "A", "A", "B", "A", "B");
      String execution =
          aws.run(
              task(
                  """
                  "Retry":[{"ErrorEquals":["A"],"IntervalSeconds":1,"BackoffRate":2,"MaxAttempts":3},
                           {"ErrorEquals":["B"],"IntervalSeconds":10,"BackoffRate":3,"MaxAttempts":2}]
                  """),
              "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("5"));
      assertThat(secondsBetweenTries(aws, execution)).containsExactly(1L, 2L, 10L, 4L, 30L);
    }
  }

  @Test
  void retrierThatIsUsedUpIsNotReplacedByALaterOne() {
    try (Aws aws = Aws.open()) {
      throwing(aws, "A", "A", "A");
      String execution =
          aws.run(
              task(
                  """
                  "Retry":[{"ErrorEquals":["A"],"IntervalSeconds":1,"MaxAttempts":1},
                           {"ErrorEquals":["States.ALL"],"MaxAttempts":9}]
                  """),
              "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("A");
      assertThat(aws.types(execution)).filteredOn("TaskFailed"::equals).hasSize(2);
    }
  }

  @Test
  void zeroAttemptsIsNoRetry() {
    try (Aws aws = Aws.open()) {
      AtomicInteger calls = throwing(aws, "A");
      String execution =
          aws.run(
              task(
                  "\"Retry\":[{\"ErrorEquals\":[\"A\"],\"MaxAttempts\":0},{\"ErrorEquals\":[\"States.ALL\"]}]"),
              "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("A");
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void delayGrowsNoFurtherThanItsBound() {
    try (Aws aws = Aws.open()) {
      throwing(aws, "A", "A", "A", "A");
      String execution =
          aws.run(
              task(
                  "\"Retry\":[{\"ErrorEquals\":[\"A\"],\"IntervalSeconds\":3,\"BackoffRate\":4,\"MaxAttempts\":4,\"MaxDelaySeconds\":20}]"),
              "{}");
      assertThat(secondsBetweenTries(aws, execution)).containsExactly(3L, 12L, 20L, 20L);
    }
  }

  @Test
  void fullJitterDrawsADelayBelowTheComputedOneAndTheSameSeedDrawsTheSame() {
    String definition =
        task(
            "\"Retry\":[{\"ErrorEquals\":[\"A\"],\"IntervalSeconds\":1000,\"BackoffRate\":1,\"MaxAttempts\":3,\"JitterStrategy\":\"FULL\"}]");
    List<List<Long>> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (Aws aws = Aws.open()) {
        throwing(aws, "A", "A", "A");
        runs.add(secondsBetweenTries(aws, aws.run(definition, "{}")));
      }
    }
    assertThat(runs.get(0)).hasSize(3).allMatch(s -> s < 1000);
    assertThat(runs.get(0)).doesNotHaveDuplicates().isEqualTo(runs.get(1));
  }

  @Test
  void everyRetryOfAFailedExpressionIsRecordedAsAnotherFailedEvaluation() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"Send","States":{"Send":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                "Arguments":{"FunctionName":"f","Payload":"{% $states.input.missing %}"},
                "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1,"IntervalSeconds":0}],"End":true}}}
              """,
              "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 TaskStateEntered after 0",
              "3 EvaluationFailed after 2",
              "4 EvaluationFailed after 3",
              "5 ExecutionFailed after 4");
      assertThat(aws.event(execution, "EvaluationFailed").evaluationFailedEventDetails().location())
          .isEqualTo("Arguments/Payload");
    }
  }
}
