package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells the listener of status changes, in order, away from the loop. */
final class StatusChanges implements AutoCloseable {
  private final EventLoop loop;
  private final StatusListener listener;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  StatusChanges(EventLoop loop, StatusListener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  void changed(Execution execution) {
    if (execution.parentRun.isEmpty()) {
      ObjectNode detail = detail(execution);
      loop.afterTurn(() -> thread.execute(() -> listener.changed(detail)));
    }
  }

  private static ObjectNode detail(Execution execution) {
    Execution.Live live = execution.live();
    ObjectNode detail =
        Json.object()
            .put("executionArn", execution.arn)
            .put("stateMachineArn", execution.machine.arn)
            .put("name", execution.name)
            .put("status", execution.status.name())
            .put("startDate", execution.started.toEpochMilli())
            .put("input", live.inputText)
            .put("redriveCount", execution.redriveCount);
    execution.stopped.ifPresent(at -> detail.put("stopDate", at.toEpochMilli()));
    execution.redriven.ifPresent(at -> detail.put("redriveDate", at.toEpochMilli()));
    live.output.ifPresent(o -> detail.put("output", o));
    live.failure.ifPresent(
        failure -> {
          failure.error().ifPresent(e -> detail.put("error", e));
          failure.cause().ifPresent(c -> detail.put("cause", c));
        });
    return detail;
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
