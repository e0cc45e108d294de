package mosaicmatch.local.cycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.MapRunItemCounts;

/** Follows an execution until it ends. */
public final class ExecutionWatch {

  private static final Set<String> MAPS =
      Set.of("ScoreTiles", "ProcessPairs", "UpdateUnmatched", "RetryUnfinished");

  /** Told where the execution is. */
  @FunctionalInterface
  public interface Listener {

    /**
     * The execution is in this state.
     *
     * @param done items of the state's map that are through; 0 in a state that is no map
     * @param planned items of the state's map in all; 0 in a state that is no map
     */
    void at(String state, long done, long planned);
  }

  private final Listener listener;
  private final Duration pace;

  /**
   * Tells this listener.
   *
   * @param pace how long it waits from one look to the next
   */
  public ExecutionWatch(Listener listener, Duration pace) {
    this.listener = listener;
    this.pace = pace;
  }

  /**
   * Waits until the execution has ended.
   *
   * @throws InterruptedException if the thread was told to stop; the execution goes on
   */
  public DescribeExecutionResponse untilEnd(Execution execution) throws InterruptedException {
    var now = execution.describe();
    while (now.status() == ExecutionStatus.RUNNING) {
      tell(execution);
      Thread.sleep(pace);
      now = execution.describe();
    }
    return now;
  }

  private void tell(Execution execution) {
    execution.currentState().ifPresent(state -> tell(state, execution));
  }

  private void tell(String state, Execution execution) {
    var counts =
        MAPS.contains(state) ? running(execution.mapRuns()) : Optional.<MapRunItemCounts>empty();
    listener.at(
        state,
        counts.map(MapRunItemCounts::succeeded).orElse(0L),
        counts.map(MapRunItemCounts::total).orElse(0L));
  }

  private static Optional<MapRunItemCounts> running(List<DescribeMapRunResponse> runs) {
    return runs.stream()
        .filter(run -> run.statusAsString().equals("RUNNING"))
        .map(DescribeMapRunResponse::itemCounts)
        .findFirst();
  }
}
