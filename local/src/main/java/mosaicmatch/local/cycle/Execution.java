package mosaicmatch.local.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

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

  /** When its states were entered and left, each visit by itself. */
  public List<Visit> visits() {
    return Visit.all(history());
  }

  /** Runs again what failed. */
  public void redrive() {
    states.redriveExecution(request -> request.executionArn(arn));
  }

  /** Whether an event says how an execution ended, other than well. */
  static boolean isFailure(HistoryEvent event) {
    return event.type() == HistoryEventType.EXECUTION_FAILED
        || event.type() == HistoryEventType.EXECUTION_TIMED_OUT
        || event.type() == HistoryEventType.EXECUTION_ABORTED;
  }

  /**
   * A state that was visited.
   *
   * @param state its name
   * @param enteredAt when it was entered
   * @param leftAt when it was left, or the last thing that happened if it never was
   */
  public record Visit(String state, Instant enteredAt, Instant leftAt) {

    private static List<Visit> all(List<HistoryEvent> events) {
      return events.stream()
          .filter(event -> event.typeAsString().endsWith("StateEntered"))
          .map(entered -> of(entered, events))
          .toList();
    }

    private static Visit of(HistoryEvent entered, List<HistoryEvent> events) {
      var name = entered.stateEnteredEventDetails().name();
      var left =
          events.stream()
              .filter(event -> event.id() > entered.id())
              .filter(event -> event.typeAsString().endsWith("StateExited"))
              .filter(event -> event.stateExitedEventDetails().name().equals(name))
              .findFirst()
              .orElse(events.getLast());
      return new Visit(name, entered.timestamp(), left.timestamp());
    }
  }
}
