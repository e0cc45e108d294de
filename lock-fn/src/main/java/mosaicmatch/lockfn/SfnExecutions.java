package mosaicmatch.lockfn;

import java.util.Set;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.StoreCalls;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Executions as Step Functions describes them. */
final class SfnExecutions implements Executions {

  private static final Set<ExecutionStatus> RUNNING =
      Set.of(ExecutionStatus.RUNNING, ExecutionStatus.PENDING_REDRIVE);

  private final SfnClient client;

  SfnExecutions(SfnClient client) {
    this.client = client;
  }

  static SfnClient client(AwsClients aws) {
    return aws.small(SfnClient.builder(), "AWS_ENDPOINT_URL_SFN").build();
  }

  @Override
  public Standing describe(String arn) {
    try {
      var answer =
          StoreCalls.call(
              "describing an execution",
              () -> client.describeExecution(request -> request.executionArn(arn)));
      var redrives = answer.redriveCount();
      return new Standing(RUNNING.contains(answer.status()), redrives == null ? 0 : redrives);
    } catch (ExecutionDoesNotExistException e) {
      return new Standing(false, 0);
    }
  }
}
