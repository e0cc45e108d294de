package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.time.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mosaicmatch.local.deploy.TemplateText;
import mosaicmatch.local.people.PeopleFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deployed state machine with the real functions, over the sample's people. */
class DistributedCyclePlansAlikeTest {

  private static final int TILE_SEEKERS = 40;

  @TempDir private static Path folder;

  private static TiledCycle system;
  private static int people;

  static List<String> strategies() {
    var lines = TemplateText.section("Parameters").getOrDefault("Strategy", "");
    var names =
        TemplateText.find("AllowedValues: \\[(.+)]", lines).findFirst().orElseThrow().group(1);
    return Stream.of(names.split(", *")).toList();
  }

  @BeforeAll
  static void everybodyOptsIn() throws Exception {
    system = new TiledCycle(folder.resolve("home"), TILE_SEEKERS, EngineTime.system());
    var sample = PeopleFile.sample().people();
    people = sample.size();
    system.optIn(sample);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  /** Dry runs, so that all of them see the same pool. */
  private static JsonNode plan(String strategy, String pairing)
      throws IOException, InterruptedException {
    var input =
        "{\"dry_run\": true, \"strategy\": \"%s\", \"pairing\": \"%s\"}"
            .formatted(strategy, pairing);
    return TiledCycle.output(system.start(input));
  }

  private static List<String> lists(JsonNode output) {
    var cycle = output.at("/cycle/id").asText();
    return Stream.of("/plan/pairs_key", "/plan/unmatched_key")
        .map(pointer -> system.file(output.at(pointer).asText()).replace(cycle, "cycle"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void toTheByteForEachStrategy(String strategy) throws Exception {
    var inTiles = plan(strategy, "distributed");
    untilTheNextSecond();
    var byOne = plan(strategy, "one-function");
    untilTheNextSecond();

    assertThat(inTiles.at("/cycle/id")).isNotEqualTo(byOne.at("/cycle/id"));
    assertThat(inTiles.at("/plan/pairs").asInt()).isGreaterThan(people / 4);
    assertThat(lists(inTiles)).isEqualTo(lists(byOne));
    assertThat(inTiles.has("tiles")).isFalse();
    int blocks = (people + TILE_SEEKERS - 1) / TILE_SEEKERS;
    assertThat(tilesOf(inTiles)).isEqualTo(blocks * (blocks + 1) / 2);
    assertThat(tilesOf(byOne)).isZero();
  }

  /** A dry run that starts within a second of another is the same cycle, and adopts its plan. */
  private static void untilTheNextSecond() {
    var second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static long tilesOf(JsonNode output) {
    var folder = "cycles/" + output.at("/cycle/id").asText() + "/pairing/";
    return system.keys().stream()
        .filter(key -> key.startsWith(folder) && key.endsWith(".mmt"))
        .count();
  }
}
