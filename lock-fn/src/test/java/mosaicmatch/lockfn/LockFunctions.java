package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.settings.Environment;

/** The functions of this module over stores in memory; only the stored answers are in DynamoDB. */
final class LockFunctions {

  static final Environment QUIET = new Environment(Map.of("MOSAIC_METRICS", "off"));

  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryCycleLock lock =
      new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  final Map<String, Executions.Standing> executions = new HashMap<>();
  private final Stores stores =
      new Stores(
          lock,
          records,
          StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency()));

  JsonNode open(String event, String execution, int redriveCount) {
    return JsonCall.of(
        new OpenCycleHandler(QUIET, stores),
        """
        {"event":%s,"execution":{"id":"%s","name":"run","start_time":"2026-11-22T02:00:13.5Z",
         "redrive_count":%d}}
        """
            .formatted(event, execution, redriveCount),
        JsonNode.class);
  }

  JsonNode close(String request) {
    return JsonCall.of(new CloseCycleHandler(QUIET, stores), request, JsonNode.class);
  }

  JsonNode complete(String request) {
    return JsonCall.of(new CompleteCycleHandler(QUIET, stores), request, JsonNode.class);
  }

  boolean releaseOnFailure(String event) {
    return JsonCall.of(
            new ReleaseOnFailureHandler(
                QUIET,
                stores,
                arn -> executions.getOrDefault(arn, new Executions.Standing(false, 0))),
            event,
            JsonNode.class)
        .path("lock_released")
        .booleanValue();
  }
}
