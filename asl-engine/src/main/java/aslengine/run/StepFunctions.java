package aslengine.run;

import aslengine.definition.DefinitionCheck;
import aslengine.journal.JournalCorruptException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The Step Functions API as calls: an operation's name and request in, its response out. */
public final class StepFunctions implements AutoCloseable {
  private final EventLoop loop;
  private final EngineParts parts;
  private final StatusChanges changes;
  private final Map<String, Function<Request, JsonNode>> operations;

  private StepFunctions(
      EventLoop loop,
      EngineParts parts,
      StatusChanges changes,
      Map<String, Function<Request, JsonNode>> operations) {
    this.loop = loop;
    this.parts = parts;
    this.changes = changes;
    this.operations = operations;
  }

  /** Reads the journal, lets what was running go on, and takes calls. */
  public static StepFunctions open(EngineParts parts) {
    Ledger ledger = new Ledger(parts.journal());
    EventLoop loop = new EventLoop(parts.time(), ledger::flush);
    ExecutionRegistry registry = new ExecutionRegistry(parts, ledger);
    Interpreter interpreter = new Interpreter(parts, loop, registry);
    StatusChanges changes = new StatusChanges(loop, parts.listener());
    registry.connect(interpreter);
    registry.connect(changes);
    recover(parts, registry, interpreter);
    StepFunctions opened =
        new StepFunctions(loop, parts, changes, operations(parts, registry, interpreter));
    loop.start();
    return opened;
  }

  private static void recover(
      EngineParts parts, ExecutionRegistry registry, Interpreter interpreter) {
    Recovery recovery = new Recovery(registry);
    try {
      recovery.read();
      resume(recovery, interpreter);
    } catch (RuntimeException e) {
      parts.journal().close();
      throw e;
    }
  }

  private static void resume(Recovery recovery, Interpreter interpreter) {
    try {
      recovery.resume(interpreter);
    } catch (RuntimeException e) {
      throw new JournalCorruptException(e);
    }
  }

  private static Map<String, Function<Request, JsonNode>> operations(
      EngineParts parts, ExecutionRegistry registry, Interpreter interpreter) {
    DefinitionCheck check =
        new DefinitionCheck(
            (language, text) ->
                Optional.ofNullable(parts.evaluators().get(language))
                    .flatMap(evaluator -> evaluator.fault(text)));
    MachineOperations machines = new MachineOperations(parts, registry, check);
    ExecutionOperations executions = new ExecutionOperations(parts, registry, interpreter);
    MapRunOperations runs = new MapRunOperations(registry, interpreter);
    TaskOperations tasks = new TaskOperations(interpreter.tasks(), registry.ledger());
    HistoryOperations history = new HistoryOperations(registry);
    return Map.ofEntries(
        Map.entry("CreateStateMachine", machines::create),
        Map.entry("UpdateStateMachine", machines::update),
        Map.entry("DeleteStateMachine", machines::delete),
        Map.entry("DescribeStateMachine", machines::describe),
        Map.entry("DescribeStateMachineForExecution", machines::describeForExecution),
        Map.entry("ListStateMachines", machines::list),
        Map.entry("ValidateStateMachineDefinition", machines::validate),
        Map.entry("StartExecution", executions::start),
        Map.entry("StopExecution", executions::stop),
        Map.entry("RedriveExecution", executions::redrive),
        Map.entry("DescribeExecution", executions::describe),
        Map.entry("ListExecutions", executions::list),
        Map.entry("GetExecutionHistory", history::get),
        Map.entry("ListMapRuns", runs::list),
        Map.entry("DescribeMapRun", runs::describe),
        Map.entry("UpdateMapRun", runs::update),
        Map.entry("SendTaskSuccess", tasks::success),
        Map.entry("SendTaskFailure", tasks::failure),
        Map.entry("SendTaskHeartbeat", tasks::heartbeat));
  }

  /**
   * Does one operation.
   *
   * @param operation its name in the API reference, such as {@code StartExecution}
   * @throws ServiceException when the request is refused
   * @throws aslengine.journal.JournalWriteException when what it changed could not be written down
   * @throws EngineClosedException when the engine is closed
   */
  public JsonNode call(String operation, JsonNode request) {
    Function<Request, JsonNode> known =
        Optional.ofNullable(operations.get(operation))
            .orElseThrow(
                () ->
                    new ServiceException(
                        "UnknownOperationException", "Unknown operation: " + operation));
    return loop.call(() -> known.apply(new Request(request)));
  }

  /** Stops where it stands; what was running goes on when the journal is opened again. */
  @Override
  public void close() {
    loop.close();
    changes.close();
    parts.journal().close();
  }
}
