package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.stack.LocalSites;
import mosaicmatch.plan.PairKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoneCycleGivesEverybodyTheirPlaceBackTest {

  @TempDir private Path folder;

  private static String cycleOf(MosaicRun.Said run) throws IOException {
    return run.json().at("/cycle_id").asText();
  }

  @Test
  void roomsAreClosedAndTheNextCycleMatchesTheSamePeopleAgain() throws IOException {
    var mosaic = new MosaicRun(folder);
    var people = mosaic.people().toString();
    var cycle = cycleOf(mosaic.says("run", "--people", people, "--json"));

    var unasked = mosaic.says("undo", cycle);
    assertThat(unasked.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unasked.out()).contains("5 completed pairs").contains("10 people");
    assertThat(unasked.err()).contains("--yes");

    var undone = mosaic.says("undo", cycle, "--yes", "--json");
    assertThat(undone.exitCode()).as(undone.err()).isZero();
    assertThat(undone.json().at("/preview/people/put_back").asInt()).isEqualTo(10);
    assertThat(undone.json().at("/done/pairs").asInt()).isEqualTo(5);
    assertThat(undone.json().at("/done/people/put_back").asInt()).isEqualTo(10);
    var pairs = mosaic.says("pairs", "--json").json();
    for (JsonNode pair : pairs) {
      assertThat(pair.at("/status").asText()).isEqualTo("undone");
    }
    var told = mosaic.says("pair", pairs.at("/0/pair_key").asText(), "--json").json();
    assertThat(told.has("room")).isFalse();
    assertThat(told.at("/notified1").asInt()).isZero();

    var again = mosaic.says("undo", cycle, "--yes");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("nothing to undo").contains("5 pairs were undone");

    var next = mosaic.says("run", "--people", people, "--json");
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.json().at("/summary/pool").asInt()).isEqualTo(10);
    assertThat(next.json().at("/summary/completed").asInt()).isEqualTo(5);
  }

  @Test
  void whoeverWasMatchedSinceStaysSo() throws IOException {
    var mosaic = new MosaicRun(folder);
    var people = mosaic.people().toString();
    var first = cycleOf(mosaic.says("run", "--people", people, "--json"));
    mosaic.with("MOSAIC_THRESHOLD", "-1").says("run", "--people", people);

    var undone = mosaic.says("undo", first, "--yes", "--json");

    assertThat(undone.exitCode()).as(undone.err()).isZero();
    assertThat(undone.json().at("/done/people/put_back").asInt()).isZero();
    assertThat(undone.json().at("/done/people/moved_on")).hasSize(10);
    for (JsonNode pair : mosaic.says("pairs", "--json").json()) {
      assertThat(pair.at("/status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void pairsThatWereNeverBegunNeverWillBe() throws Exception {
    var mosaic = new MosaicRun(folder);
    var cycle = cycleOf(mosaic.says("run", "--people", mosaic.people().toString(), "--json"));
    var key = mosaic.says("pairs", "--json").json().at("/0/pair_key").asText();
    try (var site = LocalSites.open(mosaic.settings());
        var session = new Session(site, site.folder())) {
      session.stores().trail().forget(new CycleId(cycle), new PairKey(key));
    }

    var undone = mosaic.says("undo", cycle, "--yes", "--json");

    assertThat(undone.json().at("/preview/never_begun").asInt()).isEqualTo(1);
    assertThat(undone.json().at("/done/pairs").asInt()).isEqualTo(4);
    assertThat(undone.json().at("/done/forestalled").asInt()).isEqualTo(1);
    assertThat(mosaic.says("pair", key, "--json").json().at("/entry/status").asText())
        .isEqualTo("undone");
  }

  @Test
  void unfinishedPairsAndUnknownCyclesAreNamed() throws IOException {
    var mosaic = new MosaicRun(folder);
    var none = mosaic.says("undo", "2026-11-22T02:00:00Z", "--yes");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("none has run yet");
    var run =
        mosaic.says("run", "--people", mosaic.people().toString(), "--break", "nakama:1", "--json");
    var cycle = cycleOf(run);
    var refused = mosaic.says("undo", cycle, "--yes");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("pending").contains("reconcile");
    assertThat(mosaic.says("undo", "yesterday", "--yes").err()).contains(cycle);
  }
}
