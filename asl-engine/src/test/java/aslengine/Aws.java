package aslengine;

import aslengine.api.StepFunctionsEndpoint;
import aslengine.json.Json;
import aslengine.object.InMemoryObjectStore;
import aslengine.task.LambdaAnswer;
import aslengine.task.LambdaInvoker;
import aslengine.time.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** An engine behind its endpoint, driven by AWS's own client. */
public final class Aws implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
  public static final String ROLE = "arn:aws:iam::000000000000:role/test";

  public final InMemoryObjectStore objects = new InMemoryObjectStore();
  public final Map<String, Function<JsonNode, JsonNode>> functions = new ConcurrentHashMap<>();
  public final Engine engine;
  public final SfnClient sfn;
  private final StepFunctionsEndpoint endpoint;
  private final Map<String, CompletableFuture<String>> ended = new ConcurrentHashMap<>();

  private Aws(
      UnaryOperator<Engine.Builder> settings, Map<String, Function<JsonNode, JsonNode>> known) {
    functions.putAll(known);
    engine =
        settings
            .apply(
                Engine.builder()
                    .time(EngineTime.leaping(START))
                    .random(new Random(7))
                    .lambda(lambda())
                    .onStatusChange(this::changed)
                    .objects(objects))
            .open();
    try {
      endpoint =
          StepFunctionsEndpoint.start(
              engine, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sfn =
        SfnClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
            .build();
  }

  public static Aws open() {
    return new Aws(UnaryOperator.identity(), Map.of());
  }

  public static Aws open(UnaryOperator<Engine.Builder> settings) {
    return new Aws(settings, Map.of());
  }

  /** An engine whose functions are there before anything goes on. */
  public static Aws open(
      UnaryOperator<Engine.Builder> settings, Map<String, Function<JsonNode, JsonNode>> known) {
    return new Aws(settings, known);
  }

  /** Functions registered by name; one that throws {@link FunctionError} reports an error. */
  private LambdaInvoker lambda() {
    return call -> {
      String name = call.functionName().substring(call.functionName().lastIndexOf(':') + 1);
      try {
        return new LambdaAnswer.Returned(functions.get(name).apply(call.payload()));
      } catch (FunctionError e) {
        return new LambdaAnswer.Threw(e.payload);
      }
    };
  }

  /** What a function throws to have an error reported. */
  public static final class FunctionError extends RuntimeException {
    private final transient JsonNode payload;

    public FunctionError(String type, String message) {
      super(message);
      payload = Json.object().put("errorMessage", message).put("errorType", type);
    }
  }

  public String machine(String name, String definition) {
    return sfn.createStateMachine(r -> r.name(name).definition(definition).roleArn(ROLE))
        .stateMachineArn();
  }

  public String start(String machine, String input) {
    return sfn.startExecution(r -> r.stateMachineArn(machine).input(input)).executionArn();
  }

  /** Runs a definition to its end; answers the execution's ARN. */
  public String run(String definition, String input) {
    String machine = machine("m" + Math.abs(definition.hashCode()), definition);
    return await(start(machine, input));
  }

  public String await(String execution) {
    try {
      return ended
          .computeIfAbsent(execution, e -> new CompletableFuture<>())
          .get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("still running: " + types(execution), e);
    }
  }

  /** Lets {@link #await} wait for another end of the same execution. */
  public void redrive(String execution) {
    ended.remove(execution);
    sfn.redriveExecution(r -> r.executionArn(execution));
    await(execution);
  }

  /** Waits until an execution that ended before ends once more. */
  public void awaitStatus(String execution, ExecutionStatus status) {
    for (int i = 0; i < 1_000; i++) {
      if (describe(execution).status() == status) {
        return;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError(describe(execution).status() + " " + types(execution));
  }

  /** Waits until an execution's history has an event of a type. */
  public void awaitEvent(String execution, String type) {
    for (int i = 0; i < 5_000; i++) {
      if (types(execution).contains(type)) {
        return;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("no " + type + " in " + types(execution));
  }

  private void changed(JsonNode detail) {
    String execution = detail.path("executionArn").asText();
    if (!detail.path("status").asText().equals("RUNNING")) {
      ended.computeIfAbsent(execution, e -> new CompletableFuture<>()).complete(execution);
    }
  }

  public DescribeExecutionResponse describe(String execution) {
    return sfn.describeExecution(r -> r.executionArn(execution));
  }

  public JsonNode output(String execution) {
    DescribeExecutionResponse described = describe(execution);
    if (described.status() != ExecutionStatus.SUCCEEDED) {
      throw new AssertionError(
          described.status() + " " + described.error() + ": " + described.cause());
    }
    return Json.own(described.output());
  }

  public List<HistoryEvent> history(String execution) {
    List<HistoryEvent> events = new ArrayList<>();
    sfn.getExecutionHistoryPaginator(r -> r.executionArn(execution).maxResults(1000))
        .events()
        .forEach(events::add);
    return events;
  }

  public List<String> types(String execution) {
    return history(execution).stream().map(HistoryEvent::typeAsString).toList();
  }

  public List<Long> previous(String execution) {
    return history(execution).stream().map(HistoryEvent::previousEventId).toList();
  }

  /** The history as lines such as {@code 3 PassStateExited after 2}. */
  public List<String> links(String execution) {
    return history(execution).stream()
        .map(e -> e.id() + " " + e.typeAsString() + " after " + e.previousEventId())
        .toList();
  }

  /** Where the engine listens. */
  public URI endpoint() {
    return endpoint.uri();
  }

  /** The first event of a type. */
  public HistoryEvent event(String execution, String type) {
    return history(execution).stream()
        .filter(e -> e.typeAsString().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + types(execution)));
  }

  @Override
  public void close() {
    endpoint.close();
    engine.close();
  }
}
