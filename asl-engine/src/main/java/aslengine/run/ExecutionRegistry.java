package aslengine.run;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All machines, executions and map runs that the engine knows. */
final class ExecutionRegistry {
  /** How long after its end an execution can be redriven. */
  private static final Duration REDRIVABLE = Duration.ofDays(14);

  private final EngineParts parts;
  private final Ledger ledger;
  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private final Map<String, List<Execution>> byMachine = new LinkedHashMap<>();
  private final Map<String, MapRun> runs = new LinkedHashMap<>();
  private Optional<Interpreter> interpreter = Optional.empty();
  private Optional<StatusChanges> changes = Optional.empty();
  private int numbersGiven;

  ExecutionRegistry(EngineParts parts, Ledger ledger) {
    this.parts = parts;
    this.ledger = ledger;
  }

  void connect(Interpreter with) {
    interpreter = Optional.of(with);
    with.endings().onClosed(this::closed);
  }

  void connect(StatusChanges with) {
    changes = Optional.of(with);
  }

  private void closed(Execution execution) {
    ledger.changed(execution);
    statusChanged(execution);
    if (execution.parentRun.isPresent()) {
      interpreter.orElseThrow().mapRuns().childEnded(execution);
    }
  }

  /** Has the outside told how an execution stands now. */
  void statusChanged(Execution execution) {
    changes.ifPresent(c -> c.changed(execution));
  }

  Ledger ledger() {
    return ledger;
  }

  // Machines

  void add(Machine machine) {
    machines.put(machine.arn, machine);
  }

  Optional<Machine> machine(String arn) {
    return Optional.ofNullable(machines.get(arn)).filter(m -> !m.deleted);
  }

  /** A machine that may be deleted, as executions remember it. */
  Machine anyMachine(String arn) {
    return knownMachine(arn).orElseThrow();
  }

  /** A machine, deleted or not. */
  Optional<Machine> knownMachine(String arn) {
    return Optional.ofNullable(machines.get(arn));
  }

  List<Machine> machines() {
    return machines.values().stream().filter(m -> !m.deleted).toList();
  }

  // Executions

  void add(Execution execution) {
    executions.put(execution.arn, execution);
    numbersGiven = Math.max(numbersGiven, execution.number + 1);
    if (execution.parentRun.isEmpty()) {
      byMachine.computeIfAbsent(execution.machine.arn, a -> new ArrayList<>()).add(execution);
    }
  }

  Optional<Execution> execution(String arn) {
    return Optional.ofNullable(executions.get(arn));
  }

  List<Execution> executionsOf(Machine machine) {
    return byMachine.getOrDefault(machine.arn, List.of());
  }

  Collection<Execution> allExecutions() {
    return executions.values();
  }

  Execution newExecution(Machine machine, String name, String input, Instant now) {
    Execution execution =
        new Execution(
            new Execution.Identity(
                numbersGiven, parts.arns().execution(machine.name, name), name, now),
            machine,
            machine.current(),
            machine.current().definition.graph(),
            Execution.Origin.API);
    return opened(execution, input);
  }

  Execution newChild(MapRun run, int itemCount, String input) {
    int index = run.children.size();
    String name = childName(run, index);
    Machine machine = run.parent.machine;
    Execution child =
        new Execution(
            new Execution.Identity(
                numbersGiven,
                parts.arns().execution(machine.name + "/" + run.label, name),
                name,
                parts.time().instant()),
            machine,
            run.parent.revision,
            run.state.processor(),
            new Execution.Origin(Optional.of(run), index, itemCount));
    return opened(child, input);
  }

  private static String childName(MapRun run, int index) {
    return UUID.nameUUIDFromBytes((run.arn + "#" + index).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Execution opened(Execution execution, String input) {
    bringAlive(execution, input);
    add(execution);
    return execution;
  }

  /** Loads what an execution was left with when it ended. */
  void revive(Execution execution) {
    JsonNode frames = ledger.leftFrames(execution);
    bringAlive(execution, ledger.input(execution));
    FrameCodec.readAll(execution, frames, this::run);
  }

  /** Gives an execution what it needs to run. */
  void bringAlive(Execution execution, String input) {
    execution.bringAlive(input, () -> ledger.changed(execution));
    ledger.changed(execution);
  }

  /** Why an execution cannot be redriven; empty when it can. */
  Optional<String> notRedrivable(Execution execution) {
    if (Endings.isExpress(execution) && execution.parentRun.isEmpty()) {
      return Optional.of("Execution type is EXPRESS and cannot be redriven");
    }
    if (execution.status == ExecutionStatus.RUNNING
        || execution.status == ExecutionStatus.SUCCEEDED) {
      return Optional.of("Execution is " + execution.status + " and cannot be redriven");
    }
    if (execution.lastEvent >= Execution.MOST_EVENTS - 1) {
      return Optional.of("Execution history event limit exceeded");
    }
    boolean tooOld =
        execution
            .stopped
            .filter(at -> at.plus(REDRIVABLE).isBefore(parts.time().instant()))
            .isPresent();
    return tooOld ? Optional.of("Execution redrivable period exceeded") : Optional.empty();
  }

  boolean isRedrivableByRun(Execution child) {
    return !child.isRunning() && (Endings.isExpress(child) || notRedrivable(child).isEmpty());
  }

  void redriveChild(Execution child) {
    Interpreter with = interpreter.orElseThrow();
    if (Endings.isExpress(child)) {
      restart(child, with);
    } else {
      revive(child);
      Redrive.begin(with, child);
    }
  }

  /** Express children cannot go on where they stopped: they are run anew under the same ARN. */
  private void restart(Execution child, Interpreter with) {
    bringAlive(child, ledger.input(child));
    child.status = ExecutionStatus.RUNNING;
    child.stopped = Optional.empty();
    child.redriveCount++;
    child.redriven = Optional.of(parts.time().instant());
    with.begin(child);
  }

  // Map runs

  void add(MapRun run) {
    runs.put(run.arn, run);
    changed(run);
  }

  void changed(MapRun run) {
    ledger.changed(run);
    if (run.parent.isLive()) {
      ledger.changed(run.parent);
    }
  }

  Optional<MapRun> run(String arn) {
    return Optional.ofNullable(runs.get(arn));
  }

  List<MapRun> runsOf(Execution parent) {
    return runs.values().stream().filter(r -> r.parent.arn.equals(parent.arn)).toList();
  }

  Collection<MapRun> allRuns() {
    return runs.values();
  }

  /** All that a result file says about a child. */
  JsonNode resultRecord(Execution child) {
    return new ResultRecord(this, parts.arns()).of(child);
  }

  /** What a result file says about items that no child was started for. */
  List<JsonNode> pendingRecords(MapRun run) {
    List<JsonNode> records = new ArrayList<>();
    for (int i = run.nextItem; i < run.total(); i++) {
      String name = childName(run, run.children.size() + i - run.nextItem);
      records.add(
          new ResultRecord(this, parts.arns())
              .pending(run, name, Json.text(run.items.orElseThrow().get(i))));
    }
    return records;
  }
}
