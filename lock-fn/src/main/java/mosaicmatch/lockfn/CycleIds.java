package mosaicmatch.lockfn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.BadInputException;

/** Which cycle an execution runs. */
final class CycleIds {

  private CycleIds() {}

  /**
   * A scheduled event's time cut to the minute, so that a duplicate of the event is the same cycle;
   * for a start by hand the execution's start time with its seconds.
   *
   * @throws BadInputException if the input is neither
   */
  static CycleId of(OpenCycleRequest request) {
    var event = request.event();
    if (EventBridge.isScheduled(event)) {
      return id("event.time", CycleId::ofSchedule, EventBridge.time(event));
    }
    var startTime = startTime(request.execution().startTime());
    return id(
        "execution.start_time",
        isDryRun(event) ? CycleId::ofDryRun : CycleId::ofManualStart,
        startTime);
  }

  /** An instant of a year with more than four digits makes no id. */
  private static CycleId id(String field, Function<Instant, CycleId> id, Instant time) {
    try {
      return id.apply(time);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(field + ": must lie in the years 0 to 9999");
    }
  }

  private static boolean isDryRun(JsonNode event) {
    try {
      var start = Json.mapper().treeToValue(event, ManualStart.class);
      return start != null && start.dryRun().orElse(false);
    } catch (JsonProcessingException e) {
      throw BadInputException.in("event", e);
    }
  }

  private static Instant startTime(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadInputException("execution.start_time: must be an ISO 8601 instant");
    }
  }
}
