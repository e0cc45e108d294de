package mosaicmatch.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.cycle.OptInRound;
import mosaicmatch.local.cycle.PlayerRequests;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Outcome;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.Stack;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The cycle that the sample events are of, played on a system function by function. */
public final class SampleCycle implements AutoCloseable {

  /** The folder of the samples. */
  static final Path EVENTS = Path.of("../events");

  private static final String BUCKET = "mosaicmatch-cycles";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_RESULTS =
      "{\"DestinationBucket\":\"%s\",\"MapRunArn\":\"arn\",\"ResultFiles\":{\"FAILED\":[],\"PENDING\":[],\"SUCCEEDED\":[]}}"
          .formatted(BUCKET);

  private static final List<String> TEXTS =
      List.of(
          "Bakes sourdough bread every weekend and talks about flour and crust.",
          "A baker at heart: sourdough starters, flour, bread ovens.",
          "Climbs rock faces and plans the next alpine route.",
          "Rock climbing, ropes, alpine mornings, blisters.",
          "Plays chess openings against strangers all night.",
          "Chess player who studies endgames and openings.",
          "Keeps bees, harvests honey, worries about mites.");

  private final Stack stack;
  private final S3Client s3;
  private final Map<String, byte[]> contents = new HashMap<>();
  private boolean hasExecution;
  private long poolClock;
  private int blockSize;

  /** On this system, which is the caller's to close. */
  public SampleCycle(Stack stack) {
    this.stack = stack;
    this.s3 = stack.aws().s3();
  }

  /** Opts seven people in, of whom three pairs are plainly alike; answers how many they are. */
  public int optIn() throws InterruptedException {
    var people =
        IntStream.rangeClosed(1, TEXTS.size())
            .mapToObj(number -> new Person("seeker-0" + number, TEXTS.get(number - 1)))
            .toList();
    var local = stack.people();
    local.nakama().signUp(people.stream().map(Person::userId).toList());
    var requests = new PlayerRequests(local.traits(), local.signer());
    assertThat(new OptInRound(requests).run(people, done -> {})).isEmpty();
    return people.size();
  }

  /** Calls a function with its sample, for which the files that it names are put in their place. */
  public JsonNode play(CycleFunction function) throws Exception {
    var sample = JSON.readTree(sample(function));
    if (function == CycleFunction.WRITE_REPORT) {
      runExecution(sample.at("/detail/name").asText());
    }
    putNamedFiles(sample);
    fitToFiles(sample);
    var outcome = call(function, sample.toString());
    assertThat(outcome.failed()).as(function + ": " + outcome.payload()).isFalse();
    var answer = JSON.readTree(outcome.payload());
    keepForLater(answer);
    return answer;
  }

  /** People opted in just now, later than the sample's pool; and blocks may be cut smaller. */
  private void fitToFiles(JsonNode sample) {
    if (poolClock > 0 && sample.path("pool") instanceof ObjectNode pool) {
      pool.put("clock", poolClock);
    }
    for (var block : List.of("/tile/one", "/tile/other")) {
      if (blockSize > 0 && sample.at(block) instanceof ObjectNode tile) {
        tile.put("size", blockSize);
      }
    }
  }

  /** The execution whose end a report tells must be one; the cycle has run, so it skips it. */
  private void runExecution(String name) throws InterruptedException {
    if (hasExecution) {
      return;
    }
    hasExecution = true;
    try (var states = CycleMachine.client(stack.aws())) {
      var started =
          states.startExecution(
              request ->
                  request
                      .stateMachineArn(CycleMachine.arn())
                      .name(name)
                      .input("{\"time\": \"2026-11-22T02:00:00Z\"}"));
      new ExecutionWatch((step, done, planned) -> {}, Duration.ofMillis(100))
          .untilEnd(new Execution(states, started.executionArn()));
    }
  }

  /** Calls a function. */
  public Outcome call(CycleFunction function, String event) throws IOException {
    return stack
        .functions()
        .invoke(
            FunctionName.parse(function.functionName()),
            JSON.writeValueAsBytes(JSON.readTree(event)));
  }

  /** A function's sample. */
  public static String sample(CycleFunction function) throws IOException {
    return JSON.readTree(EVENTS.resolve(fileName(function.functionName())).toFile()).toString();
  }

  static String fileName(String function) {
    return function.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".json";
  }

  /** Files are made under names of their own; the samples name those of another run. */
  private void keepForLater(JsonNode answer) throws IOException {
    poolClock = answer.at("/pool/clock").asLong(poolClock);
    for (var pointer :
        List.of("/pool/key", "/plan/key", "/plan/pairs_key", "/plan/unmatched_key")) {
      var key = answer.at(pointer).asText();
      if (!key.isEmpty()) {
        contents.put(pointer, file(key));
      }
    }
    contents.put("/unmatched_results", NO_RESULTS.getBytes(StandardCharsets.UTF_8));
    var tiles = answer.at("/tiles/key").asText();
    if (!tiles.isEmpty()) {
      keepBlocks(JSON.readTree(new String(file(tiles), StandardCharsets.UTF_8)));
    }
  }

  /** Of the first tile, which is one block by itself. */
  private void keepBlocks(JsonNode tile) {
    blockSize = tile.at("/one/size").asInt();
    for (var pointer : List.of("/one/seekers_key", "/one/vectors_key")) {
      contents.put("/tile" + pointer, file(tile.at(pointer).asText()));
    }
  }

  private byte[] file(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
  }

  private void putNamedFiles(JsonNode sample) {
    contents.forEach(
        (pointer, content) -> {
          var key = sample.at(pointer).asText();
          if (!key.isEmpty()) {
            s3.putObject(
                request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
          }
        });
  }

  @Override
  public void close() {
    s3.close();
  }
}
