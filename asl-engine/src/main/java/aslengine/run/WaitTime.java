package aslengine.run;

import aslengine.definition.State;
import aslengine.query.QueryFailedException;
import aslengine.query.TypedField;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Works out when a Wait ends. */
final class WaitTime {
  private static final long LONGEST_SECONDS = 99_999_999;

  private final TypedField fields;
  private final Instant now;

  WaitTime(TypedField fields, Instant now) {
    this.fields = fields;
    this.now = now;
  }

  Instant due(State.Wait wait) throws QueryFailedException {
    if (wait.seconds().isPresent()) {
      return now.plusSeconds(fields.integer(wait.seconds().get(), "Seconds", 0, LONGEST_SECONDS));
    }
    return parsed(fields.text(wait.timestamp().orElseThrow(), "Timestamp"));
  }

  private static Instant parsed(String text) throws QueryFailedException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new QueryFailedException(
          "Timestamp",
          "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format"
              + " string: "
              + text);
    }
  }
}
