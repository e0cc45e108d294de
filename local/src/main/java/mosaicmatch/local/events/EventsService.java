package mosaicmatch.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/**
 * EventBridge in AWS JSON 1.1: EnableRule, DisableRule, DescribeRule, ListRules (EventBridge API
 * reference); its callers were let in before.
 */
public final class EventsService implements Service {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
  private static final int MAX_BODY = 64 * 1024;
  private static final int OK = 200;
  private static final int REFUSED = 400;

  private final RuleBook rules;

  /** For these rules. */
  public EventsService(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    try {
      return answer(call.header("x-amz-target").orElse(""), JSON.readTree(call.bytes(MAX_BODY)));
    } catch (JsonProcessingException e) {
      return error("SerializationException", "The body must be a JSON object.");
    }
  }

  private Reply answer(String target, JsonNode request) throws IOException {
    String name = request.path("Name").asText("");
    return switch (target) {
      case "AWSEvents.EnableRule" -> turned(name, rules.turn(name, true));
      case "AWSEvents.DisableRule" -> turned(name, rules.turn(name, false));
      case "AWSEvents.DescribeRule" ->
          rules.find(name).map(rule -> json(described(rule))).orElseGet(() -> notFound(name));
      case "AWSEvents.ListRules" -> list(request.path("NamePrefix").asText(""));
      default -> error("UnknownOperationException", "Only rules can be looked at and turned here.");
    };
  }

  private static Reply turned(String name, boolean known) {
    return known ? Reply.empty(OK).with("Content-Type", MEDIA_TYPE) : notFound(name);
  }

  private Reply list(String prefix) {
    ObjectNode answer = JSON.createObjectNode();
    rules.all().stream()
        .filter(rule -> rule.name().startsWith(prefix))
        .forEach(rule -> answer.withArray("Rules").add(described(rule)));
    return json(answer);
  }

  private static ObjectNode described(Rule rule) {
    return JSON.createObjectNode()
        .put("Name", rule.name())
        .put("Arn", rule.arn())
        .put("ScheduleExpression", rule.rate().text())
        .put("State", rule.state())
        .put("EventBusName", "default");
  }

  private static Reply notFound(String name) {
    return error(
        "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default.");
  }

  private static Reply json(JsonNode answer) {
    return Reply.of(OK, MEDIA_TYPE, answer.toString());
  }

  private static Reply error(String type, String message) {
    return Reply.of(
        REFUSED,
        MEDIA_TYPE,
        JSON.createObjectNode().put("__type", type).put("message", message).toString());
  }
}
