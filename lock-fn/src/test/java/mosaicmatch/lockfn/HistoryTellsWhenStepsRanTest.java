package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.report.ReportedRun;
import mosaicmatch.report.ReportedStep;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.SfnException;

class HistoryTellsWhenStepsRanTest {

  private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  private static ReportedRun read(DescribeExecutionResponse described, HistoryEvent... events) {
    return RunReader.read(
        new SfnClient() {
          @Override
          public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
            return described;
          }

          @Override
          public GetExecutionHistoryResponse getExecutionHistory(
              GetExecutionHistoryRequest request) {
            return GetExecutionHistoryResponse.builder().events(events).build();
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        },
        "arn:one");
  }

  private static HistoryEvent.Builder event(long id, String type, int second) {
    return HistoryEvent.builder().id(id).type(type).timestamp(START.plusSeconds(second));
  }

  private static HistoryEvent entered(long id, String state, int second) {
    return event(id, "TaskStateEntered", second)
        .stateEnteredEventDetails(details -> details.name(state))
        .build();
  }

  private static HistoryEvent exited(long id, String state, int second) {
    return event(id, "TaskStateExited", second)
        .stateExitedEventDetails(details -> details.name(state))
        .build();
  }

  private static ReportedStep step(String state, int from, int to) {
    return new ReportedStep(state, START.plusSeconds(from), START.plusSeconds(to));
  }

  @Test
  void eachVisitIsAStepAndOneNeverLeftEndsWithTheHistory() {
    var run =
        read(
            DescribeExecutionResponse.builder()
                .startDate(START)
                .stopDate(START.plusSeconds(9))
                .error("States.Timeout")
                .build(),
            event(1, "ExecutionStarted", 0).build(),
            entered(2, "FetchPool", 1),
            exited(3, "FetchPool", 4),
            entered(4, "ComputePairs", 4),
            event(5, "ExecutionFailed", 8).build());
    assertThat(run.steps()).containsExactly(step("FetchPool", 1, 4), step("ComputePairs", 4, 8));
    assertThat(run.startedAt()).isEqualTo(START);
    assertThat(run.finishedAt()).isEqualTo(START.plusSeconds(9));
    assertThat(run.error()).contains("States.Timeout");
  }

  @Test
  void anExecutionThatNeverFailedHasNoError() {
    var run =
        read(
            DescribeExecutionResponse.builder().startDate(START).stopDate(START).build(),
            event(1, "ExecutionStarted", 0).build(),
            event(2, "ExecutionSucceeded", 0).build());
    assertThat(run.error()).isEmpty();
    assertThat(run.steps()).isEqualTo(List.of());
  }

  @Test
  void throttlingMayBeRetried() {
    var throttled =
        new SfnClient() {
          @Override
          public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
            throw SfnException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                .build();
          }

          @Override
          public String serviceName() {
            return SERVICE_NAME;
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> RunReader.read(throttled, "arn:one"))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
