package aslengine.run;

import aslengine.history.HistoryEvent;
import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The API's operations on map runs. */
final class MapRunOperations {
  private final ExecutionRegistry registry;
  private final Interpreter interpreter;

  MapRunOperations(ExecutionRegistry registry, Interpreter interpreter) {
    this.registry = registry;
    this.interpreter = interpreter;
  }

  JsonNode list(Request request) {
    Execution parent = ExecutionOperations.find(registry, request);
    ObjectNode response = Json.object();
    Page.put(response, "mapRuns", registry.runsOf(parent).reversed(), request, this::listed);
    return response;
  }

  private ObjectNode listed(MapRun run) {
    ObjectNode item =
        Json.object()
            .put("executionArn", run.parent.arn)
            .put("mapRunArn", run.arn)
            .put("stateMachineArn", run.parent.machine.arn + "/" + run.label)
            .put("startDate", HistoryEvent.epochSeconds(run.started));
    run.stopped.ifPresent(at -> item.put("stopDate", HistoryEvent.epochSeconds(at)));
    return item;
  }

  JsonNode describe(Request request) {
    MapRun run = find(registry, request.arn("mapRunArn"));
    ObjectNode response =
        Json.object()
            .put("mapRunArn", run.arn)
            .put("executionArn", run.parent.arn)
            .put("status", run.status.name())
            .put("startDate", HistoryEvent.epochSeconds(run.started))
            .put("maxConcurrency", saidConcurrency(run))
            .put("toleratedFailurePercentage", run.toleratedPercentage)
            .put("toleratedFailureCount", run.toleratedCount);
    run.stopped.ifPresent(at -> response.put("stopDate", HistoryEvent.epochSeconds(at)));
    response.set("itemCounts", itemCounts(run));
    response.set("executionCounts", executionCounts(run));
    response.put("redriveCount", run.redriveCount);
    run.redriven.ifPresent(at -> response.put("redriveDate", HistoryEvent.epochSeconds(at)));
    return response;
  }

  /** Step Functions shows 0 for a concurrency that the definition leaves open. */
  private static int saidConcurrency(MapRun run) {
    return run.maxConcurrency == MapRuns.MOST_CHILDREN_AT_A_TIME ? 0 : run.maxConcurrency;
  }

  private ObjectNode itemCounts(MapRun run) {
    ObjectNode counts =
        counts(
            run.counts.items(ExecutionStatus.RUNNING),
            run.counts.items(ExecutionStatus.SUCCEEDED),
            run.counts.items(ExecutionStatus.FAILED),
            run.counts.items(ExecutionStatus.TIMED_OUT),
            run.counts.items(ExecutionStatus.ABORTED));
    return rest(run, counts, run.pendingItems(), run.total());
  }

  private ObjectNode executionCounts(MapRun run) {
    ObjectNode counts =
        counts(
            run.counts.executions(ExecutionStatus.RUNNING),
            run.counts.executions(ExecutionStatus.SUCCEEDED),
            run.counts.executions(ExecutionStatus.FAILED),
            run.counts.executions(ExecutionStatus.TIMED_OUT),
            run.counts.executions(ExecutionStatus.ABORTED));
    int pending = run.distribution().batcher().isPresent() ? 0 : run.pendingItems();
    return rest(run, counts, pending, run.children.size() + pending);
  }

  private static ObjectNode counts(
      int running, int succeeded, int failed, int timedOut, int aborted) {
    return Json.object()
        .put("running", running)
        .put("succeeded", succeeded)
        .put("failed", failed)
        .put("timedOut", timedOut)
        .put("aborted", aborted);
  }

  private ObjectNode rest(MapRun run, ObjectNode counts, int pending, int total) {
    long stuck =
        run.isRunning()
            ? 0
            : run.children.stream()
                .filter(c -> c.status != ExecutionStatus.SUCCEEDED)
                .filter(c -> !registry.isRedrivableByRun(c))
                .count();
    return counts
        .put("pending", pending)
        .put("total", total)
        .put("resultsWritten", run.resultsWritten)
        .put("failuresNotRedrivable", stuck)
        .put("pendingRedrive", run.toRedrive.size());
  }

  JsonNode update(Request request) {
    MapRun run = find(registry, request.arn("mapRunArn"));
    JsonNode concurrency = request.node("maxConcurrency");
    if (concurrency.isNumber()) {
      int said = concurrency.asInt();
      run.maxConcurrency =
          said == 0
              ? MapRuns.MOST_CHILDREN_AT_A_TIME
              : Math.min(said, MapRuns.MOST_CHILDREN_AT_A_TIME);
    }
    JsonNode count = request.node("toleratedFailureCount");
    if (count.isNumber()) {
      run.toleratedCount = count.asLong();
      run.toleranceByCount = true;
    }
    JsonNode percentage = request.node("toleratedFailurePercentage");
    if (percentage.isNumber()) {
      run.toleratedPercentage = percentage.asDouble();
      run.toleranceByPercentage = true;
    }
    registry.changed(run);
    interpreter.loop.later(() -> interpreter.mapRuns().proceed(run));
    return Json.object();
  }

  static MapRun find(ExecutionRegistry registry, String arn) {
    return registry
        .run(arn)
        .orElseThrow(
            () -> new ServiceException("ResourceNotFound", "Resource not found: '" + arn + "'"));
  }
}
