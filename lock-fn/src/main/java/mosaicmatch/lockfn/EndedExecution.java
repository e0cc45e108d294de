package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.lambda.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * An execution that ended, as EventBridge reports it (AWS Step Functions Developer Guide,
 * "Automating Step Functions event delivery with EventBridge").
 *
 * @param eventId the event's id; a duplicate has the same
 * @param arn the execution
 * @param succeeded true if it ended well
 * @param redriveCount how often it had been redriven, if the event says so
 */
public record EndedExecution(
    String eventId, String arn, boolean succeeded, Optional<Integer> redriveCount) {

  private static final String SUCCEEDED = "SUCCEEDED";
  private static final Set<String> FAILURES = Set.of("FAILED", "TIMED_OUT", "ABORTED");
  private static final Set<String> ENDS = Set.of(SUCCEEDED, "FAILED", "TIMED_OUT", "ABORTED");

  /**
   * Reads the event of an end of any kind.
   *
   * @throws BadInputException if it is no such event; the message names the field
   */
  static EndedExecution of(JsonNode json) {
    return of(json, ENDS);
  }

  /**
   * Reads the event of an end without success.
   *
   * @throws BadInputException if it is no such event; the message names the field
   */
  static EndedExecution ofFailure(JsonNode json) {
    return of(json, FAILURES);
  }

  private static EndedExecution of(JsonNode json, Set<String> ends) {
    var event = EventBridge.read(json);
    var detail = event.getDetail() == null ? Map.<String, Object>of() : event.getDetail();
    var status = text(detail.get("status"), "detail.status");
    if (!ends.contains(status)) {
      throw new BadInputException("detail.status: must be one of " + ends);
    }
    return new EndedExecution(
        text(event.getId(), "id"),
        text(detail.get("executionArn"), "detail.executionArn"),
        status.equals(SUCCEEDED),
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
