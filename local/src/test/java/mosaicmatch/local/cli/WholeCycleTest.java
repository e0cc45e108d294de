package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real state machine, functions, tables, model and endpoints, end to end. */
class WholeCycleTest {

  @TempDir private Path folder;

  @Test
  void peopleWhoAreAlikeAreMatchedOnceAndTold() throws IOException {
    var mosaic = new MosaicRun(folder);
    var people = mosaic.people().toString();

    var run = mosaic.says("run", "--people", people, "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    var outcome = run.json();
    assertThat(outcome.at("/status").asText()).isEqualTo("SUCCEEDED");
    assertThat(outcome.at("/summary/completed").asInt()).isEqualTo(5);
    assertThat(outcome.at("/times_as_alike").asDouble()).isGreaterThan(2);
    assertThat(Path.of(URI.create(outcome.at("/report").asText()))).isNotEmptyFile();

    var pairs = mosaic.says("pairs", "--json").json();
    assertThat(pairs).hasSize(5);
    for (var pair : pairs) {
      assertThat(pair.at("/status").asText()).isEqualTo("completed");
      var key = pair.at("/pair_key").asText();
      var told = mosaic.says("pair", key, "--json").json();
      assertThat(told.at("/room/members")).hasSize(2);
      assertThat(told.at("/notified1").asInt()).isEqualTo(1);
      assertThat(told.at("/notified2").asInt()).isEqualTo(1);
    }

    assertThat(mosaic.says("status").out()).contains("free").contains("complete");
    assertThat(mosaic.says("history").out()).contains("ExecutionStarted", "ExecutionSucceeded");
    assertThat(mosaic.says("redrive").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(mosaic.says("reconcile").exitCode()).isZero();
  }

  @Test
  void aSecondRunIsTheNextCycleAndPairsNobodyWithWhomTheyMet() throws IOException {
    var mosaic = new MosaicRun(folder);
    var people = mosaic.people().toString();
    mosaic.says("run", "--people", people);
    var first = mosaic.says("pairs", "--json").json().findValuesAsText("pair_key");

    var second = mosaic.with("MOSAIC_THRESHOLD", "-1").says("run", "--people", people, "--json");

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.json().at("/summary/pool").asInt()).isEqualTo(10);
    var pairs = mosaic.says("pairs", "--json").json().findValuesAsText("pair_key");
    assertThat(pairs).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void aDryRunTellsThePlanAndChangesNothing() throws IOException {
    var mosaic = new MosaicRun(folder);

    var run = mosaic.says("run", "--dry-run", "--people", mosaic.people().toString(), "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/summary/planned").asInt()).isEqualTo(5);
    assertThat(run.json().at("/summary/completed").asInt()).isZero();
    try (var left = Files.list(mosaic.home())) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("reports");
    }
  }

  @Test
  void nobodyAndOnePersonAreNormalCycles() throws IOException {
    var mosaic = new MosaicRun(folder);
    var one = mosaic.people(List.of("{\"user_id\":\"only-one\",\"text\":\"Sings in the rain.\"}"));

    var run = mosaic.says("run", "--people", one.toString(), "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/status").asText()).isEqualTo("SUCCEEDED");
    assertThat(run.json().at("/summary/planned").asInt()).isZero();
  }
}
