package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.time.SteppedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class WaitAndTimeTest {
  private static String wait(String field) {
    return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\","
        + field
        + ",\"End\":true}}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Seconds\":3600|2026-11-22T03:00:00Z",
        "\"Seconds\":\"{% $states.input.n * 2 %}\"|2026-11-22T02:00:20Z",
        "\"Timestamp\":\"2026-11-23T00:00:00+01:00\"|2026-11-22T23:00:00Z",
        "\"Timestamp\":\"2020-01-01T00:00:00Z\"|2026-11-22T02:00:00Z"
      })
  void waitEndsWhenItsTimeHasCome(String field, Instant end) {
    try (Aws aws = Aws.open()) {
      String execution = aws.run(wait(field), "{\"n\":10}");
      HistoryEvent exited = aws.event(execution, "WaitStateExited");
      assertThat(exited.timestamp()).isEqualTo(end);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-12-05 21:29:29Z",
        "2016-12-05T21:29:29",
        "2016-13-05T21:29:29Z",
        "05-12-2016T21:29:29Z"
      })
  void timestampOfAnotherFormIsAFailedEvaluation(String timestamp) {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(wait("\"Timestamp\":\"{% $states.input %}\""), "\"" + timestamp + "\"");
      assertThat(aws.types(execution))
          .containsExactly(
              "ExecutionStarted", "WaitStateEntered", "EvaluationFailed", "ExecutionFailed");
      assertThat(aws.describe(execution).error()).isEqualTo("States.QueryEvaluationError");
      assertThat(aws.describe(execution).cause())
          .isEqualTo(
              "An error occurred while executing the state 'W' (entered at the event id #2). The"
                  + " Timestamp field cannot be parsed as an ISO-8601 extended offset date-time"
                  + " format string: "
                  + timestamp);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{% 'x' %}|The JSONata expression ''x'' specified for the field 'Seconds' returned an"
            + " unexpected result type. Expected 'number', but was 'string' for value: \"x\"",
        "{% 1.5 %}|The Seconds field cannot be parsed as an integer: 1.5",
        "{% -1 %}|Seconds must be between 0 and 99999999 but was: -1"
      })
  void secondsThatAreNoneAreAFailedEvaluation(String seconds, String cause) {
    try (Aws aws = Aws.open()) {
      String execution = aws.run(wait("\"Seconds\":\"" + seconds + "\""), "{}");
      assertThat(aws.describe(execution).cause()).endsWith(cause);
    }
  }

  @Test
  void executionThatTakesTooLongTimesOutAndCanBeRedriven() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(b -> b.time(time))) {
      String machine =
          aws.machine("t", wait("\"Seconds\":100").replaceFirst("\\{", "{\"TimeoutSeconds\":30,"));
      String execution = aws.start(machine, "{}");
      aws.describe(execution);
      time.advance(Duration.ofSeconds(30));
      aws.await(execution);
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(aws.describe(execution).error()).isNull();
      assertThat(aws.types(execution)).endsWith("WaitStateEntered", "ExecutionTimedOut");
      assertThat(aws.describe(execution).redriveStatusAsString()).isEqualTo("REDRIVABLE");
    }
  }

  @Test
  void sameInputsYieldTheSameHistory() {
    String definition =
        """
        {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass",
          "Output":{"u":"{% $uuid() %}","r":"{% $random() %}","n":"{% $now() %}","s":"{% $shuffle([1..9]) %}"},"Next":"W"},
          "W":{"Type":"Wait","Seconds":7,"End":true}}}
        """;
    assertThat(history(definition)).isEqualTo(history(definition));
  }

  private static String history(String definition) {
    try (Aws aws = Aws.open()) {
      return aws.history(aws.run(definition, "{}")).toString();
    }
  }
}
