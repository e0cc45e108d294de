package aslengine.run;

import aslengine.json.Json;
import aslengine.task.LambdaAnswer;
import aslengine.task.LambdaCall;
import aslengine.task.TaskFailedException;
import aslengine.task.TaskHandler;
import aslengine.task.TaskRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Does one task's work, on a thread of its own, knowing nothing of frames. */
final class TaskWork {
  private static final String UNKNOWN_FUNCTION_ERROR = "Lambda.Unknown";

  private final EngineParts parts;
  private final TaskResource resource;
  private final TaskRequest request;
  private final String requestId;

  TaskWork(EngineParts parts, TaskResource resource, TaskRequest request, String requestId) {
    this.parts = parts;
    this.resource = resource;
    this.request = request;
    this.requestId = requestId;
  }

  TaskOutcome run() {
    try {
      Optional<TaskHandler> handler = Optional.ofNullable(parts.handlers().get(resource.arn()));
      if (handler.isPresent()) {
        return new TaskOutcome.Result(handler.get().handle(request));
      }
      if (resource.function()) {
        return payload(invoke(resource.arn(), Optional.empty(), request.arguments()), false);
      }
      return resource.invokesLambda() ? lambdaInvoke() : unhandled();
    } catch (TaskFailedException e) {
      return new TaskOutcome.Fault(Failure.of(e.error(), e.cause()));
    } catch (InterruptedException e) {
      return new TaskOutcome.Fault(Failure.TIMED_OUT);
    } catch (RuntimeException e) {
      return new TaskOutcome.Fault(Failure.of("States.TaskFailed", e.toString()));
    }
  }

  private TaskOutcome lambdaInvoke() throws TaskFailedException, InterruptedException {
    JsonNode arguments = request.arguments();
    JsonNode function = arguments.path("FunctionName");
    if (!function.isTextual()) {
      throw new TaskFailedException(
          Failure.RUNTIME, Optional.of("The field 'FunctionName' is required but was missing"));
    }
    JsonNode qualifier = arguments.path("Qualifier");
    LambdaAnswer answer =
        invoke(
            function.textValue(),
            qualifier.isTextual() ? Optional.of(qualifier.textValue()) : Optional.empty(),
            arguments.has("Payload") ? arguments.path("Payload") : Json.object());
    return payload(answer, true);
  }

  private LambdaAnswer invoke(String function, Optional<String> qualifier, JsonNode payload)
      throws TaskFailedException, InterruptedException {
    return parts.lambda().invoke(new LambdaCall(function, qualifier, payload));
  }

  private TaskOutcome payload(LambdaAnswer answer, boolean asService) {
    return switch (answer) {
      case LambdaAnswer.Returned returned ->
          new TaskOutcome.Result(
              asService
                  ? LambdaResponse.of(returned.payload(), requestId, parts.time().instant())
                  : returned.payload());
      case LambdaAnswer.Threw threw -> new TaskOutcome.Fault(functionError(threw.payload()));
    };
  }

  private static Failure functionError(JsonNode payload) {
    String text = Json.text(payload);
    JsonNode type = payload.path("errorType");
    return type.isTextual()
        ? Failure.of(type.textValue(), text)
        : Failure.of(
            UNKNOWN_FUNCTION_ERROR,
            "The cause could not be determined because Lambda did not return an error type."
                + " Returned payload: "
                + text);
  }

  private TaskOutcome unhandled() {
    return new TaskOutcome.Fault(
        Failure.of(
            "States.TaskFailed",
            "The engine was opened without a handler for the resource " + resource.arn()));
  }
}
