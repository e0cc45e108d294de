package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.time.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.cycle.OptInRound;
import mosaicmatch.local.cycle.PlayerRequests;
import mosaicmatch.local.people.Person;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A local system whose cycles can pair in tiles. */
final class TiledCycle implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final SfnClient states;
  private final S3Client s3;

  TiledCycle(Path home, int tileSeekers, EngineTime time) throws Exception {
    var variables =
        Map.of(
            "MOSAIC_HOME", home.toString(),
            "MOSAIC_TILE_SEEKERS", Integer.toString(tileSeekers),
            // So that no tile is under way when another fails, and meets its own redrive.
            "MOSAIC_MAX_TILE_CONCURRENCY", "1");
    var settings = LocalSettings.of(new Environment(variables));
    stack = Stack.start(settings.by(time));
    states = CycleMachine.client(stack.aws());
    s3 = stack.aws().s3();
  }

  Stack stack() {
    return stack;
  }

  void optIn(List<Person> people) throws InterruptedException {
    var local = stack.people();
    local.nakama().signUp(people.stream().map(Person::userId).toList());
    var requests = new PlayerRequests(local.traits(), local.signer());
    assertThat(new OptInRound(requests).run(people, done -> {})).isEmpty();
  }

  Execution start(String input) {
    var started =
        states.startExecution(request -> request.stateMachineArn(CycleMachine.arn()).input(input));
    return new Execution(states, started.executionArn());
  }

  static DescribeExecutionResponse untilEnd(Execution execution) throws InterruptedException {
    return new ExecutionWatch((step, done, planned) -> {}, Duration.ofMillis(50))
        .untilEnd(execution);
  }

  /** What an execution that succeeded has put out. */
  static JsonNode output(Execution execution) throws InterruptedException, IOException {
    var end = untilEnd(execution);
    assertThat(end.statusAsString()).as(end.error() + ": " + end.cause()).isEqualTo("SUCCEEDED");
    return JSON.readTree(end.output());
  }

  String file(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(Endpoints.BUCKET).key(key)).asUtf8String();
  }

  List<String> keys() {
    return s3
        .listObjectsV2Paginator(request -> request.bucket(Endpoints.BUCKET).prefix("cycles/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public void close() {
    s3.close();
    states.close();
    stack.close();
  }
}
