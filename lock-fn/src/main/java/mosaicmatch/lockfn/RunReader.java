package mosaicmatch.lockfn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.report.ReportedRun;
import mosaicmatch.report.ReportedStep;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/**
 * Reads what a report tells of an execution from its history (AWS Step Functions API Reference,
 * "GetExecutionHistory"): the cycle's record knows when functions ran, but not the maps.
 */
public final class RunReader {

  private static final int PAGE = 1_000;
  private static final Set<HistoryEventType> FAILURES =
      Set.of(
          HistoryEventType.EXECUTION_FAILED,
          HistoryEventType.EXECUTION_TIMED_OUT,
          HistoryEventType.EXECUTION_ABORTED);

  private RunReader() {}

  /**
   * The execution as it stands.
   *
   * @throws mosaicmatch.aws.StoreUnavailableException if Step Functions can't be asked now
   */
  public static ReportedRun read(SfnClient states, String arn) {
    return StoreCalls.call("reading the history of an execution", () -> run(states, arn));
  }

  private static ReportedRun run(SfnClient states, String arn) {
    var now = states.describeExecution(request -> request.executionArn(arn));
    var history =
        states
            .getExecutionHistoryPaginator(request -> request.executionArn(arn).maxResults(PAGE))
            .events()
            .stream()
            .toList();
    boolean failedOnce = history.stream().anyMatch(event -> FAILURES.contains(event.type()));
    return new ReportedRun(
        arn,
        now.startDate(),
        Optional.ofNullable(now.stopDate()).orElseGet(Instant::now),
        steps(history),
        failedOnce
            ? Optional.of(Optional.ofNullable(now.error()).orElse("unknown"))
            : Optional.empty());
  }

  private static List<ReportedStep> steps(List<HistoryEvent> history) {
    return history.stream()
        .filter(event -> event.typeAsString().endsWith("StateEntered"))
        .map(entered -> step(entered, history))
        .toList();
  }

  /** A state that was never left ends with the last thing that happened. */
  private static ReportedStep step(HistoryEvent entered, List<HistoryEvent> history) {
    var name = entered.stateEnteredEventDetails().name();
    var left =
        history.stream()
            .filter(event -> event.id() > entered.id())
            .filter(event -> event.typeAsString().endsWith("StateExited"))
            .filter(event -> event.stateExitedEventDetails().name().equals(name))
            .findFirst()
            .orElse(history.getLast());
    return new ReportedStep(name, entered.timestamp(), left.timestamp());
  }
}
