package aslengine.run;

import aslengine.history.HistoryEvent;
import aslengine.json.Json;
import aslengine.json.PayloadLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The API's operations on executions. */
final class ExecutionOperations {
  private final EngineParts parts;
  private final ExecutionRegistry registry;
  private final Interpreter interpreter;

  ExecutionOperations(EngineParts parts, ExecutionRegistry registry, Interpreter interpreter) {
    this.parts = parts;
    this.registry = registry;
    this.interpreter = interpreter;
  }

  JsonNode start(Request request) {
    Machine machine = MachineOperations.find(registry, request.arn("stateMachineArn"));
    String name =
        request
            .optional("name")
            .map(Request::checkedName)
            .orElseGet(() -> parts.newId().toString());
    String input = checkedInput(request.optional("input").orElse("{}"));
    Execution execution =
        registry
            .execution(parts.arns().execution(machine.name, name))
            .map(known -> sameOrRefused(known, input))
            .orElseGet(() -> begin(machine, name, input));
    return Json.object()
        .put("executionArn", execution.arn)
        .put("startDate", HistoryEvent.epochSeconds(execution.started));
  }

  private Execution begin(Machine machine, String name, String input) {
    Execution execution = registry.newExecution(machine, name, input, parts.time().instant());
    registry.ledger().promise();
    interpreter.begin(execution);
    registry.statusChanged(execution);
    return execution;
  }

  private Execution sameOrRefused(Execution known, String input) {
    if (!known.isRunning() || !registry.ledger().input(known).equals(input)) {
      throw new ServiceException(
          "ExecutionAlreadyExists", "Execution Already Exists: '" + known.arn + "'");
    }
    return known;
  }

  private static String checkedInput(String input) {
    if (PayloadLimit.isExceededBy(input)) {
      throw new ServiceException(
          "ValidationException",
          "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must"
              + " have length less than or equal to "
              + PayloadLimit.BYTES);
    }
    if (input.isBlank()) {
      throw invalidInput("Invalid execution input.");
    }
    try {
      Json.parse(input);
      return input;
    } catch (JsonProcessingException e) {
      throw invalidInput(e.getOriginalMessage());
    }
  }

  private static ServiceException invalidInput(String what) {
    return new ServiceException(
        "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + what + "'");
  }

  JsonNode stop(Request request) {
    Execution execution = find(registry, request);
    if (execution.isRunning()) {
      registry.ledger().promise();
      interpreter.endings().abort(execution, request.optional("error"), request.optional("cause"));
    }
    Instant stopped = execution.stopped.orElseGet(() -> parts.time().instant());
    return Json.object().put("stopDate", HistoryEvent.epochSeconds(stopped));
  }

  JsonNode redrive(Request request) {
    Execution execution = find(registry, request);
    if (execution.parentRun.isPresent()) {
      throw new ServiceException(
          "ExecutionNotRedrivable",
          "Execution Not Redrivable: 'Execution is a child of a Map Run; redrive its parent'");
    }
    Optional<String> reason = registry.notRedrivable(execution);
    if (reason.isPresent()) {
      throw new ServiceException(
          "ExecutionNotRedrivable", "Execution Not Redrivable: '" + reason.get() + "'");
    }
    registry.ledger().promise();
    registry.revive(execution);
    Redrive.begin(interpreter, execution);
    registry.statusChanged(execution);
    return Json.object()
        .put("redriveDate", HistoryEvent.epochSeconds(execution.redriven.orElseThrow()));
  }

  JsonNode describe(Request request) {
    Execution execution = find(registry, request);
    JsonNode ending = registry.ledger().ending(execution);
    ObjectNode response = summary(execution);
    response.put("input", registry.ledger().input(execution));
    response.set("inputDetails", Json.object().put("included", true));
    if (!execution.isRunning()) {
      Stream.of("output", "error", "cause")
          .filter(ending::has)
          .forEach(field -> response.set(field, ending.path(field)));
      if (ending.has("output")) {
        response.set("outputDetails", Json.object().put("included", true));
      }
    }
    redriveFields(execution, response);
    return response;
  }

  private void redriveFields(Execution execution, ObjectNode response) {
    response.put("redriveCount", execution.redriveCount);
    execution.redriven.ifPresent(at -> response.put("redriveDate", HistoryEvent.epochSeconds(at)));
    Optional<String> reason = registry.notRedrivable(execution);
    if (reason.isPresent()) {
      response.put("redriveStatus", "NOT_REDRIVABLE").put("redriveStatusReason", reason.get());
    } else {
      response.put(
          "redriveStatus",
          execution.parentRun.isPresent() ? "REDRIVABLE_BY_MAP_RUN" : "REDRIVABLE");
    }
  }

  private static ObjectNode summary(Execution execution) {
    ObjectNode response =
        Json.object()
            .put("executionArn", execution.arn)
            .put("stateMachineArn", machineArn(execution))
            .put("name", execution.name)
            .put("status", execution.status.name())
            .put("startDate", HistoryEvent.epochSeconds(execution.started));
    execution.stopped.ifPresent(at -> response.put("stopDate", HistoryEvent.epochSeconds(at)));
    execution.parentRun.ifPresent(run -> response.put("mapRunArn", run.arn));
    return response;
  }

  private static String machineArn(Execution execution) {
    return execution
        .parentRun
        .map(run -> execution.machine.arn + "/" + run.label)
        .orElse(execution.machine.arn);
  }

  JsonNode list(Request request) {
    List<Execution> found = new ArrayList<>(candidates(request).reversed());
    request
        .optional("statusFilter")
        .ifPresent(status -> found.removeIf(e -> !e.status.name().equals(status)));
    request
        .optional("redriveFilter")
        .ifPresent(
            filter -> found.removeIf(e -> (e.redriveCount > 0) != filter.equals("REDRIVEN")));
    ObjectNode response = Json.object();
    Page.put(response, "executions", found, request, ExecutionOperations::listed);
    return response;
  }

  private List<Execution> candidates(Request request) {
    Optional<String> run = request.optional("mapRunArn");
    if (run.isPresent()) {
      return List.copyOf(MapRunOperations.find(registry, run.get()).children);
    }
    if (request.optional("redriveFilter").isPresent()) {
      throw new ServiceException(
          "ValidationException",
          "RedriveFilter cannot be applied to ListExecutions call with StateMachine ARN");
    }
    Machine machine = MachineOperations.find(registry, request.arn("stateMachineArn"));
    return List.copyOf(registry.executionsOf(machine));
  }

  private static ObjectNode listed(Execution execution) {
    ObjectNode item = summary(execution);
    if (execution.parentRun.isPresent()) {
      item.put("itemCount", execution.itemCount);
    }
    item.put("redriveCount", execution.redriveCount);
    execution.redriven.ifPresent(at -> item.put("redriveDate", HistoryEvent.epochSeconds(at)));
    return item;
  }

  static Execution find(ExecutionRegistry registry, Request request) {
    String arn = request.arn("executionArn");
    return registry
        .execution(arn)
        .orElseThrow(
            () ->
                new ServiceException(
                    "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
  }
}
