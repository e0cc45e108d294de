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

/** EventBridge's rule on executions that end without success: it has the lock freed. */
final class FailureRule implements StatusListener {

  private static final Set<String> ENDS = Set.of("FAILED", "TIMED_OUT", "ABORTED");

  private final CompletableFuture<Functions> functions;
  private final InstantSource clock;

  FailureRule(CompletableFuture<Functions> functions, InstantSource clock) {
    this.functions = functions;
    this.clock = clock;
  }

  @Override
  public void changed(JsonNode detail) {
    if (ENDS.contains(detail.path("status").asText())) {
      functions
          .join()
          .invokeLater(
              FunctionName.parse(CycleFunction.RELEASE_ON_FAILURE.functionName()),
              event(detail).toString().getBytes(StandardCharsets.UTF_8));
    }
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
