package aslengine.run;

import aslengine.definition.DefinitionCheck;
import aslengine.definition.Diagnostic;
import aslengine.history.HistoryEvent;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The API's operations on state machines. */
final class MachineOperations {
  private final EngineParts parts;
  private final ExecutionRegistry registry;
  private final DefinitionCheck check;

  MachineOperations(EngineParts parts, ExecutionRegistry registry, DefinitionCheck check) {
    this.parts = parts;
    this.registry = registry;
    this.check = check;
  }

  JsonNode create(Request request) {
    String name = request.name("name");
    String definition = request.required("definition");
    String role = request.arn("roleArn");
    boolean express = isExpress(request);
    refuseFaulty(definition, express);
    String arn = parts.arns().machine(name);
    Machine machine =
        registry
            .machine(arn)
            .map(known -> sameOrRefused(known, definition, role, express))
            .orElseGet(() -> add(arn, name, express, definition, role));
    return Json.object()
        .put("stateMachineArn", arn)
        .put("creationDate", HistoryEvent.epochSeconds(machine.created));
  }

  private static boolean isExpress(Request request) {
    String type = request.optional("type").orElse("STANDARD");
    if (!List.of("STANDARD", "EXPRESS").contains(type)) {
      throw new ServiceException(
          "ValidationException",
          "1 validation error detected: Value '"
              + type
              + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set:"
              + " [STANDARD, EXPRESS]");
    }
    return type.equals("EXPRESS");
  }

  private void refuseFaulty(String definition, boolean express) {
    List<Diagnostic> faults = check.check(definition, express);
    if (!faults.isEmpty()) {
      throw new ServiceException(
          "InvalidDefinition",
          "Invalid State Machine Definition: '"
              + faults.stream().map(Diagnostic::sentence).collect(Collectors.joining(", "))
              + "'");
    }
  }

  private static Machine sameOrRefused(
      Machine known, String definition, String role, boolean express) {
    Revision current = known.current();
    if (!current.text.equals(definition)
        || !current.roleArn.equals(role)
        || known.express != express) {
      throw new ServiceException(
          "StateMachineAlreadyExists", "State Machine Already Exists: '" + known.arn + "'");
    }
    return known;
  }

  private Machine add(String arn, String name, boolean express, String definition, String role) {
    Revision first = revision(definition, role);
    Machine machine = new Machine(arn, name, express, first.since, first);
    registry.ledger().write(machine, first, false);
    registry.add(machine);
    return machine;
  }

  private Revision revision(String definition, String role) {
    return new Revision(parts.newId().toString(), definition, role, parts.time().instant());
  }

  JsonNode update(Request request) {
    Machine machine = find(request);
    Revision current = machine.current();
    Optional<String> definition = request.optional("definition");
    Optional<String> role = request.optional("roleArn");
    if (definition.isEmpty() && role.isEmpty()) {
      throw new ServiceException(
          "MissingRequiredParameter",
          "Either the definition, the role ARN, the LoggingConfiguration, or the"
              + " TracingConfiguration must be specified");
    }
    definition.ifPresent(text -> refuseFaulty(text, machine.express));
    Revision next = revision(definition.orElse(current.text), role.orElse(current.roleArn));
    registry.ledger().write(machine, next, false);
    machine.revise(next);
    return Json.object()
        .put("updateDate", HistoryEvent.epochSeconds(next.since))
        .put("revisionId", next.id);
  }

  JsonNode delete(Request request) {
    registry
        .machine(request.arn("stateMachineArn"))
        .ifPresent(
            machine -> {
              registry.ledger().write(machine, machine.current(), true);
              machine.deleted = true;
            });
    return Json.object();
  }

  JsonNode describe(Request request) {
    Machine machine = find(request);
    ObjectNode response =
        describe(machine, machine.current())
            .put("status", "ACTIVE")
            .put("type", machine.express ? "EXPRESS" : "STANDARD")
            .put("creationDate", HistoryEvent.epochSeconds(machine.created));
    if (machine.wasRevised()) {
      response.put("revisionId", machine.current().id);
    }
    return response;
  }

  JsonNode describeForExecution(Request request) {
    Execution execution = ExecutionOperations.find(registry, request);
    ObjectNode response =
        describe(execution.machine, execution.revision)
            .put("updateDate", HistoryEvent.epochSeconds(execution.revision.since));
    execution.parentRun.ifPresent(
        run ->
            response
                .put("stateMachineArn", execution.machine.arn + "/" + run.label)
                .put("mapRunArn", run.arn)
                .put("label", run.label));
    return response;
  }

  private static ObjectNode describe(Machine machine, Revision revision) {
    ObjectNode response =
        Json.object()
            .put("stateMachineArn", machine.arn)
            .put("name", machine.name)
            .put("definition", revision.text)
            .put("roleArn", revision.roleArn);
    response.set(
        "loggingConfiguration",
        Json.object().put("level", "OFF").put("includeExecutionData", false));
    response.set("tracingConfiguration", Json.object().put("enabled", false));
    response.set("encryptionConfiguration", Json.object().put("type", "AWS_OWNED_KEY"));
    return response;
  }

  JsonNode list(Request request) {
    ObjectNode response = Json.object();
    Page.put(
        response,
        "stateMachines",
        registry.machines(),
        request,
        machine ->
            Json.object()
                .put("stateMachineArn", machine.arn)
                .put("name", machine.name)
                .put("type", machine.express ? "EXPRESS" : "STANDARD")
                .put("creationDate", HistoryEvent.epochSeconds(machine.created)));
    return response;
  }

  JsonNode validate(Request request) {
    List<Diagnostic> faults = check.check(request.required("definition"), isExpress(request));
    ObjectNode response = Json.object().put("result", faults.isEmpty() ? "OK" : "FAIL");
    var diagnostics = response.putArray("diagnostics");
    for (Diagnostic fault : faults) {
      ObjectNode node =
          diagnostics
              .addObject()
              .put("severity", "ERROR")
              .put("code", fault.code())
              .put("message", fault.message());
      fault.location().ifPresent(l -> node.put("location", l));
    }
    return response.put("truncated", false);
  }

  private Machine find(Request request) {
    return find(registry, request.arn("stateMachineArn"));
  }

  static Machine find(ExecutionRegistry registry, String arn) {
    return registry
        .machine(arn)
        .orElseThrow(
            () ->
                new ServiceException(
                    "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
  }
}
