package mosaicmatch.lockfn;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.joda.JodaModule;
import java.time.Instant;
import mosaicmatch.lambda.BadInputException;

/** EventBridge's events: one envelope, whose detail depends on the source. */
final class EventBridge {

  private static final String SCHEDULED = "Scheduled Event";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JodaModule())
          .addMixIn(ScheduledEvent.class, EnvelopeNames.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private EventBridge() {}

  /** The envelope's field names that are no Java names. */
  private interface EnvelopeNames {
    @JsonProperty("detail-type")
    void setDetailType(String detailType);
  }

  /** True for the event of a schedule, by rule or by EventBridge Scheduler. */
  static boolean isScheduled(JsonNode event) {
    return event.path("detail-type").asText().equals(SCHEDULED)
        || event.path("source").asText().equals("aws.events");
  }

  /**
   * When the event happened, or when it was due if it is of a schedule.
   *
   * @throws BadInputException if it does not say
   */
  static Instant time(JsonNode event) {
    var time = read(event).getTime();
    if (time == null) {
      throw new BadInputException("event.time: is missing");
    }
    return Instant.ofEpochMilli(time.getMillis());
  }

  /**
   * Reads the envelope.
   *
   * @throws BadInputException if it is none
   */
  static ScheduledEvent read(JsonNode event) {
    if (!event.isObject()) {
      throw new BadInputException("event: must be an object");
    }
    try {
      return MAPPER.treeToValue(event, ScheduledEvent.class);
    } catch (JsonProcessingException e) {
      throw BadInputException.in("event", e);
    }
  }
}
