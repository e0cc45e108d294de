package mosaicmatch.local.cycle;

import java.util.List;
import java.util.Optional;
import mosaicmatch.lockfn.RunReader;
import mosaicmatch.report.ReportedRun;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** One execution of the cycle, looked at through the Step Functions API. */
public final class Execution {

  private static final int HISTORY_PAGE = 1_000;

  private final SfnClient states;
  private final String arn;

  /** The execution of that ARN. */
  public Execution(SfnClient states, String arn) {
    this.states = states;
    this.arn = arn;
  }

  /** Its ARN. */
  public String arn() {
    return arn;
  }

  /** What it is now. */
  public DescribeExecutionResponse describe() {
    return states.describeExecution(request -> request.executionArn(arn));
  }

  /** Its status now. */
  public ExecutionStatus status() {
    return describe().status();
  }

  /** All events, in order. */
  public List<HistoryEvent> history() {
    return states
        .getExecutionHistoryPaginator(request -> request.executionArn(arn).maxResults(HISTORY_PAGE))
        .events()
        .stream()
        .toList();
  }

  /** The state that was entered last. */
  public Optional<String> currentState() {
    return states
        .getExecutionHistory(
            request -> request.executionArn(arn).reverseOrder(true).maxResults(HISTORY_PAGE))
        .events()
        .stream()
        .filter(event -> event.typeAsString().endsWith("StateEntered"))
        .map(event -> event.stateEnteredEventDetails().name())
        .findFirst();
  }

  /** Its map runs, the latest first. */
  public List<DescribeMapRunResponse> mapRuns() {
    return states.listMapRuns(request -> request.executionArn(arn)).mapRuns().stream()
        .map(run -> states.describeMapRun(request -> request.mapRunArn(run.mapRunArn())))
        .toList();
  }

  /** What a report tells of it. */
  ReportedRun reported() {
    return RunReader.read(states, arn);
  }

  /** Runs again what failed. */
  public void redrive() {
    states.redriveExecution(request -> request.executionArn(arn));
  }
}
