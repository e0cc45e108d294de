package mosaicmatch.local.stack;

import aslengine.run.StatusListener;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import mosaicmatch.local.events.BusEvent;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;

/**
 * EventBridge's rules on executions that end: whatever the end, the report is written; without
 * success, the lock is freed.
 */
final class EndRules implements StatusListener {

  private static final Set<String> FAILURES = Set.of("FAILED", "TIMED_OUT", "ABORTED");
  private static final String SUCCESS = "SUCCEEDED";

  private final CompletableFuture<Functions> functions;
  private final InstantSource clock;

  EndRules(CompletableFuture<Functions> functions, InstantSource clock) {
    this.functions = functions;
    this.clock = clock;
  }

  @Override
  public void changed(JsonNode detail) {
    var status = detail.path("status").asText();
    if (FAILURES.contains(status)) {
      call(CycleFunction.RELEASE_ON_FAILURE, detail);
    }
    if (FAILURES.contains(status) || status.equals(SUCCESS)) {
      call(CycleFunction.WRITE_REPORT, detail);
    }
  }

  private void call(CycleFunction function, JsonNode detail) {
    functions
        .join()
        .invokeLater(
            FunctionName.parse(function.functionName()),
            event(detail).toString().getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode event(JsonNode detail) {
    return BusEvent.event(
        "aws.states",
        "Step Functions Execution Status Change",
        clock.instant(),
        detail.path("executionArn").asText(),
        detail);
  }
}
