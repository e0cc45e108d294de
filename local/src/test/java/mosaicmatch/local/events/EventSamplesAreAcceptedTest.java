package mosaicmatch.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sample event is what its handler takes: the samples, in their order, are one cycle. */
class EventSamplesAreAcceptedTest {

  @TempDir private Path folder;

  @Test
  void everyFunctionOfTheTemplateHasOneSampleAndASentenceOnHowToUseIt() throws IOException {
    var expected = new TreeSet<String>();
    SamTemplate.read(Path.of("../template.yaml")).functions().stream()
        .map(TemplateFunction::name)
        .map(SampleCycle::fileName)
        .forEach(expected::add);
    var readme = Files.readString(SampleCycle.EVENTS.resolve("README.md"));
    try (var files = Files.list(SampleCycle.EVENTS)) {
      var samples =
          files
              .map(file -> file.getFileName().toString())
              .filter(n -> n.endsWith(".json") && !n.equals("env.json"));
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
    var answers = new EnumMap<CycleFunction, JsonNode>(CycleFunction.class);
    int seekers;
    try (var stack = Stack.start(LocalSettings.of(new Environment(home)));
        var samples = new SampleCycle(stack)) {
      seekers = samples.optIn();
      for (var function : CycleFunction.values()) {
        answers.put(function, samples.play(function));
      }
    }
    assertThat(answers.get(CycleFunction.OPEN_CYCLE).at("/status").asText()).isEqualTo("opened");
    assertThat(answers.get(CycleFunction.FETCH_POOL).at("/pool/seekers").asInt())
        .isEqualTo(seekers);
    assertThat(answers.get(CycleFunction.PREPARE_TILES).at("/tiles/seekers").asInt())
        .isEqualTo(seekers);
    assertThat(answers.get(CycleFunction.SCORE_TILE).at("/key").asText()).endsWith(".mmt");
    assertThat(answers.get(CycleFunction.COMPUTE_PAIRS).at("/plan/pairs").asInt()).isEqualTo(3);
    assertThat(answers.get(CycleFunction.COLLECT_UNFINISHED).at("/retry/pairs").asInt())
        .isPositive();
  }
}
