package mosaicmatch.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mosaicmatch.local.cycle.OptInRound;
import mosaicmatch.local.cycle.PlayerRequests;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.people.Person;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Every sample event is what its handler takes: the samples, in their order, are one cycle. */
class EventSamplesAreAcceptedTest {

  private static final Path EVENTS = Path.of("../events");
  private static final String BUCKET = "mosaicmatch-cycles";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> TEXTS =
      List.of(
          "Bakes sourdough bread every weekend and talks about flour and crust.",
          "A baker at heart: sourdough starters, flour, bread ovens.",
          "Climbs rock faces and plans the next alpine route.",
          "Rock climbing, ropes, alpine mornings, blisters.",
          "Plays chess openings against strangers all night.",
          "Chess player who studies endgames and openings.",
          "Keeps bees, harvests honey, worries about mites.");

  private final Map<String, String> contents = new HashMap<>();
  private final Map<String, JsonNode> answers = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void everyFunctionOfTheTemplateHasOneSampleAndASentenceOnHowToUseIt() throws IOException {
    var expected = new TreeSet<>(List.of("health.json"));
    SamTemplate.read(Path.of("../template.yaml")).functions().stream()
        .map(TemplateFunction::name)
        .map(EventSamplesAreAcceptedTest::sample)
        .forEach(expected::add);
    var readme = Files.readString(EVENTS.resolve("README.md"));
    try (var files = Files.list(EVENTS)) {
      var samples =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".json"));
      assertThat(samples).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(expected)
        .allSatisfy(
            name ->
                assertThat(readme)
                    .containsPattern("mosaic invoke \\w+ -e events/" + name)
                    .containsPattern("sam local invoke \\w+Function -e events/" + name));
  }

  @Test
  void everySampleIsAcceptedByItsHandler() throws Exception {
    var home = Map.of("MOSAIC_HOME", folder.resolve("home").toString());
    try (var stack = Stack.start(LocalSettings.of(new Environment(home)));
        var s3 = stack.aws().s3()) {
      optIn(stack);
      for (var function : CycleFunction.values()) {
        var sample = read(function.functionName());
        putNamedFiles(s3, sample);
        var answer = call(stack, function.functionName(), sample);
        keepForLater(s3, answer);
        answers.put(function.functionName(), answer);
      }
    }
    assertThat(answers.get("OpenCycle").at("/status").asText()).isEqualTo("opened");
    assertThat(answers.get("FetchPool").at("/pool/seekers").asInt()).isEqualTo(TEXTS.size());
    assertThat(answers.get("ComputePairs").at("/plan/pairs").asInt()).isEqualTo(3);
    assertThat(answers.get("CollectUnfinished").at("/retry/pairs").asInt()).isPositive();
  }

  private static void optIn(Stack stack) throws InterruptedException {
    var people = Stream.iterate(1, i -> i + 1).limit(TEXTS.size()).map(i -> person(i)).toList();
    var local = stack.people();
    local.nakama().signUp(people.stream().map(Person::userId).toList());
    var requests = new PlayerRequests(local.traits(), local.signer());
    assertThat(new OptInRound(requests).run(people, done -> {})).isEmpty();
  }

  private static Person person(int number) {
    return new Person("seeker-0" + number, TEXTS.get(number - 1));
  }

  private static JsonNode call(Stack stack, String function, JsonNode sample) throws IOException {
    var outcome =
        stack.functions().invoke(FunctionName.parse(function), JSON.writeValueAsBytes(sample));
    assertThat(outcome.failed()).as(function + ": " + outcome.payload()).isFalse();
    return JSON.readTree(outcome.payload());
  }

  private static JsonNode read(String function) throws IOException {
    return JSON.readTree(EVENTS.resolve(sample(function)).toFile());
  }

  private static String sample(String function) {
    return function.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".json";
  }

  /** Files are made under names of their own; the samples name those of another run. */
  private void keepForLater(S3Client s3, JsonNode answer) throws IOException {
    for (var pointer :
        List.of("/pool/key", "/plan/key", "/plan/pairs_key", "/plan/unmatched_key")) {
      var key = answer.at(pointer).asText();
      if (!key.isEmpty()) {
        contents.put(pointer, text(s3, key));
      }
    }
    contents.put(
        "/unmatched_results",
        "{\"DestinationBucket\":\"%s\",\"MapRunArn\":\"arn\",\"ResultFiles\":{\"FAILED\":[],\"PENDING\":[],\"SUCCEEDED\":[]}}"
            .formatted(BUCKET));
  }

  private static String text(S3Client s3, String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asUtf8String();
  }

  private void putNamedFiles(S3Client s3, JsonNode sample) {
    contents.forEach(
        (pointer, content) -> {
          var key = sample.at(pointer).asText();
          if (!key.isEmpty()) {
            s3.putObject(
                request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content));
          }
        });
  }
}
