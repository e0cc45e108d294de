package aslengine.run;

import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** The API's operations on tasks that wait for a callback. */
final class TaskOperations {
  private final Tasks tasks;
  private final Ledger ledger;

  TaskOperations(Tasks tasks, Ledger ledger) {
    this.tasks = tasks;
    this.ledger = ledger;
  }

  JsonNode success(Request request) {
    JsonNode output = output(request.required("output"));
    ledger.promise();
    tasks.callBack(request.required("taskToken"), new TaskOutcome.Result(output));
    return Json.object();
  }

  private static JsonNode output(String text) {
    if (PayloadLimit.isExceededBy(text)) {
      throw new ServiceException(
          "InvalidOutput", "Invalid Output: 'Output exceeds the maximum size'");
    }
    try {
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new ServiceException(
          "InvalidOutput", "Invalid Output: '" + e.getOriginalMessage() + "'");
    }
  }

  JsonNode failure(Request request) {
    Failure failure =
        new Failure(request.optional("error"), request.optional("cause"), Failure.Kind.ORDINARY);
    ledger.promise();
    tasks.callBack(request.required("taskToken"), new TaskOutcome.Fault(failure));
    return Json.object();
  }

  JsonNode heartbeat(Request request) {
    tasks.heartbeat(request.required("taskToken"));
    return Json.object();
  }
}
