package mosaicmatch.lockfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mosaicmatch.aws.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.SfnException;

class StepFunctionsIsAskedTest {

  private interface Answers {
    DescribeExecutionResponse to(DescribeExecutionRequest request);
  }

  private static Executions.Standing describe(Answers answers) {
    return new SfnExecutions(
            new SfnClient() {
              @Override
              public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
                return answers.to(request);
              }

              @Override
              public String serviceName() {
                return SERVICE_NAME;
              }

              @Override
              public void close() {}
            })
        .describe("arn:one");
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING,true",
    "PENDING_REDRIVE,true",
    "FAILED,false",
    "TIMED_OUT,false",
    "ABORTED,false",
    "SUCCEEDED,false"
  })
  void aStatusSaysWhetherItRuns(String status, boolean running) {
    assertThat(
            describe(
                request -> {
                  assertThat(request.executionArn()).isEqualTo("arn:one");
                  return DescribeExecutionResponse.builder().status(status).redriveCount(2).build();
                }))
        .isEqualTo(new Executions.Standing(running, 2));
  }

  @Test
  void anExecutionThatIsNotKnownAnyMoreDoesNotRun() {
    assertThat(
            describe(
                request -> {
                  throw ExecutionDoesNotExistException.builder().statusCode(400).build();
                }))
        .isEqualTo(new Executions.Standing(false, 0));
  }

  @Test
  void throttlingMayBeRetried() {
    assertThatThrownBy(
            () ->
                describe(
                    request -> {
                      throw SfnException.builder()
                          .statusCode(400)
                          .awsErrorDetails(
                              AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                          .build();
                    }))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
