package aslengine.run;

import aslengine.history.Details;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The events of a task: those of a Lambda function called by its ARN, or those of an integration.
 */
final class TaskEvents {
  private final Interpreter interpreter;
  private final Frame frame;
  private final TaskResource resource;

  TaskEvents(Interpreter interpreter, Frame frame, TaskResource resource) {
    this.interpreter = interpreter;
    this.frame = frame;
    this.resource = resource;
  }

  void scheduled(TaskOrder order) {
    Details details;
    if (resource.function()) {
      details = Details.of().put("resource", resource.arn()).data("input", order.arguments());
    } else {
      details =
          named(Details.of())
              .put("region", interpreter.parts.arns().region())
              .put("parameters", Json.text(order.arguments()));
    }
    order.timeoutSeconds().ifPresent(s -> details.put("timeoutInSeconds", s));
    if (!resource.function()) {
      order.heartbeatSeconds().ifPresent(s -> details.put("heartbeatInSeconds", s));
    }
    append("Scheduled", details);
  }

  void started() {
    if (resource.function()) {
      interpreter.append(frame, "LambdaFunctionStarted");
    } else {
      append("Started", named(Details.of()));
    }
  }

  void submitted(JsonNode output) {
    append("Submitted", named(Details.of()).data("output", output));
  }

  void succeeded(JsonNode output) {
    append("Succeeded", named(Details.of()).data("output", output));
  }

  void failed(Failure failure) {
    Details details = Details.failure(failure.error(), failure.cause());
    append(failure.is(Failure.TIMEOUT) ? "TimedOut" : "Failed", named(details));
  }

  private Details named(Details details) {
    return resource.function()
        ? details
        : details.put("resource", resource.action()).put("resourceType", resource.type());
  }

  private void append(String suffix, Details details) {
    interpreter.append(frame, (resource.function() ? "LambdaFunction" : "Task") + suffix, details);
  }

  /** What a result that is too big is said to come from. */
  String origin() {
    return resource.function() ? resource.arn() : resource.type();
  }
}
