package aslengine;

import aslengine.definition.QueryLanguage;
import aslengine.journal.Journal;
import aslengine.object.ObjectStore;
import aslengine.query.JsonataEvaluator;
import aslengine.query.JsonataFunctions;
import aslengine.query.LiteralEvaluator;
import aslengine.run.Arns;
import aslengine.run.EngineParts;
import aslengine.run.StatusListener;
import aslengine.run.StepFunctions;
import aslengine.task.LambdaInvoker;
import aslengine.task.TaskHandler;
import aslengine.time.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An engine that is open: it holds state machines and runs their executions until it is closed.
 * Safe to be used by many threads.
 */
public final class Engine implements AutoCloseable {
  private final StepFunctions stepFunctions;
  private final Arns arns;

  private Engine(StepFunctions stepFunctions, Arns arns) {
    this.stepFunctions = stepFunctions;
    this.arns = arns;
  }

  /** An engine to be set up; all settings have defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Does one operation of the Step Functions API, with the JSON of its request and response syntax.
   *
   * @param operation the operation's name, such as {@code StartExecution}
   * @throws aslengine.run.ServiceException when the request is refused, as the API would
   * @throws aslengine.journal.JournalWriteException when the journal cannot take what changed; the
   *     engine then refuses everything until it is opened again
   */
  public JsonNode call(String operation, JsonNode request) {
    return stepFunctions.call(operation, request);
  }

  /** The ARN that a state machine of this name has here. */
  public String stateMachineArn(String name) {
    return arns.machine(name);
  }

  /** Stops at once. Executions that were running go on when their journal is opened again. */
  @Override
  public void close() {
    stepFunctions.close();
  }

  /** Sets up an engine. */
  public static final class Builder {
    private static final int DEFAULT_CONCURRENT_TASKS = 256;

    private EngineTime time = EngineTime.system();
    private RandomGenerator random = new SecureRandom();
    private Optional<Path> directory = Optional.empty();
    private LambdaInvoker lambda = LambdaInvoker.none();
    private ObjectStore objects = ObjectStore.none();
    private final Map<String, TaskHandler> handlers = new LinkedHashMap<>();
    private String region = "us-east-1";
    private String account = "000000000000";
    private StatusListener listener = detail -> {};
    private int concurrentTasks = DEFAULT_CONCURRENT_TASKS;

    private Builder() {}

    /** The clock; the system's by default. */
    public Builder time(EngineTime clock) {
      time = clock;
      return this;
    }

    /** Where ids, jitter and {@code $random} come from; a seeded one makes runs repeatable. */
    public Builder random(RandomGenerator source) {
      random = source;
      return this;
    }

    /** Where the journal is kept; without a directory everything ends with the process. */
    public Builder journalDirectory(Path path) {
      directory = Optional.of(path);
      return this;
    }

    /** What runs Lambda functions. */
    public Builder lambda(LambdaInvoker invoker) {
      lambda = invoker;
      return this;
    }

    /** Where Distributed Maps read items and write results. */
    public Builder objects(ObjectStore store) {
      objects = store;
      return this;
    }

    /**
     * What does the work of a resource other than Lambda.
     *
     * @param resource the Resource as definitions write it, with its pattern suffix
     */
    public Builder handler(String resource, TaskHandler handler) {
      handlers.put(resource, handler);
      return this;
    }

    /** The region in ARNs and events; {@code us-east-1} by default. */
    public Builder region(String name) {
      region = name;
      return this;
    }

    /** The account in ARNs, 12 digits; {@code 000000000000} by default. */
    public Builder account(String id) {
      account = id;
      return this;
    }

    /** Who is told of executions that begin, end or are redriven, as EventBridge would be. */
    public Builder onStatusChange(StatusListener told) {
      listener = told;
      return this;
    }

    /** How many tasks are worked on at a time, at least 1; 256 by default. Others wait. */
    public Builder concurrentTasks(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("concurrentTasks must be at least 1 but was " + most);
      }
      concurrentTasks = most;
      return this;
    }

    /**
     * Opens the engine; executions that were running when its journal was last in use go on.
     *
     * @throws aslengine.journal.JournalInUseException when another engine has the journal open
     * @throws aslengine.journal.JournalCorruptException when the journal is damaged
     * @throws aslengine.journal.JournalReadException when it cannot be opened
     */
    public Engine open() {
      Arns arns = new Arns(region, account);
      RandomGenerator chance = random;
      EngineParts parts =
          new EngineParts(
              arns,
              time,
              chance,
              directory.map(Journal::inDirectory).orElseGet(Journal::inMemory),
              lambda,
              objects,
              Map.copyOf(handlers),
              Map.of(
                  QueryLanguage.JSONATA,
                  new JsonataEvaluator(
                      new JsonataFunctions(time, chance, () -> EngineParts.uuid(chance))),
                  QueryLanguage.JSONPATH,
                  new LiteralEvaluator()),
              listener,
              concurrentTasks);
      return new Engine(StepFunctions.open(parts), arns);
    }
  }
}
