package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.lambda.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * An execution that ended without success, as EventBridge reports it (AWS Step Functions Developer
 * Guide, "Automating Step Functions event delivery with EventBridge").
 *
 * @param eventId the event's id; a duplicate has the same
 * @param arn the execution
 * @param redriveCount how often it had been redriven, if the event says so
 */
record EndedExecution(String eventId, String arn, Optional<Integer> redriveCount) {

  private static final Set<String> ENDS = Set.of("FAILED", "TIMED_OUT", "ABORTED");

  /**
   * Reads the event.
   *
   * @throws BadInputException if it is no such event; the message names the field
   */
  static EndedExecution of(JsonNode json) {
    var event = EventBridge.read(json);
    var detail = event.getDetail() == null ? Map.<String, Object>of() : event.getDetail();
    if (!ENDS.contains(text(detail.get("status"), "detail.status"))) {
      throw new BadInputException("detail.status: must be one of " + ENDS);
    }
    return new EndedExecution(
        text(event.getId(), "id"),
        text(detail.get("executionArn"), "detail.executionArn"),
        count(detail.get("redriveCount")));
  }

  private static String text(@Nullable Object value, String field) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new BadInputException(field + ": must be a text");
  }

  private static Optional<Integer> count(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case Integer number when number >= 0 -> Optional.of(number);
      default -> throw new BadInputException("detail.redriveCount: must be a number, 0 or more");
    };
  }
}
