package mosaicmatch.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Events as EventBridge delivers them (EventBridge user guide, "Event structure"). */
public final class BusEvent {

  private BusEvent() {}

  /** What a rule delivers when its time has come. */
  static ObjectNode scheduled(Rule rule, Instant at) {
    return event(
        "aws.events", "Scheduled Event", at, rule.arn(), JsonNodeFactory.instance.objectNode());
  }

  /**
   * An event about one resource.
   *
   * @param at when it happened, told in whole seconds
   */
  public static ObjectNode event(
      String source, String detailType, Instant at, String resource, JsonNode detail) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", detailType);
    event.put("source", source);
    event.put("account", "000000000000");
    event.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", "us-east-1");
    event.putArray("resources").add(resource);
    event.set("detail", detail);
    return event;
  }
}
