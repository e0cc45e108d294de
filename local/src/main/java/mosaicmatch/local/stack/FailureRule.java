package mosaicmatch.local.stack;

import aslengine.run.StatusListener;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;

/** EventBridge's rule on executions that end without success: it has the lock freed. */
final class FailureRule implements StatusListener {

  private static final Set<String> ENDS = Set.of("FAILED", "TIMED_OUT", "ABORTED");
  private static final ObjectMapper JSON = new ObjectMapper();

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
    var event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", "000000000000");
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Endpoints.REGION);
    event.putArray("resources").add(detail.path("executionArn").asText());
    event.set("detail", detail);
    return event;
  }
}
