package aslengine.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many children of a map run, and how many of their items, stand how. */
final class MapRunCounts {
  private final Map<ExecutionStatus, Integer> executions = new EnumMap<>(ExecutionStatus.class);
  private final Map<ExecutionStatus, Integer> items = new EnumMap<>(ExecutionStatus.class);

  void add(Execution child) {
    executions.merge(child.status, 1, Integer::sum);
    items.merge(child.status, child.itemCount, Integer::sum);
  }

  void remove(Execution child) {
    executions.merge(child.status, -1, Integer::sum);
    items.merge(child.status, -child.itemCount, Integer::sum);
  }

  int executions(ExecutionStatus status) {
    return Optional.ofNullable(executions.get(status)).orElse(0);
  }

  int items(ExecutionStatus status) {
    return Optional.ofNullable(items.get(status)).orElse(0);
  }
}
