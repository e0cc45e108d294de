package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastCycleIsReplayedAndExplainedTest {

  @TempDir private Path folder;

  @Test
  void samePlanComesOutAndEverybodyIsToldWhy() throws IOException {
    var mosaic = new MosaicRun(folder);
    var lines = Files.readAllLines(mosaic.people());
    lines.add("{\"user_id\":\"odd-one\",\"text\":\"Quantum chromodynamics lattice software.\"}");
    var people = mosaic.people(lines).toString();
    var cycle = mosaic.says("run", "--people", people, "--json").json().at("/cycle_id").asText();

    var replayed = mosaic.says("replay", cycle, "--json");
    assertThat(replayed.exitCode()).as(replayed.err()).isZero();
    assertThat(replayed.json().at("/verdict").asText()).isEqualTo("identical");
    assertThat(replayed.json().at("/pairs").asInt()).isEqualTo(5);
    assertThat(mosaic.says("replay", cycle).out()).contains("bit for bit");

    var key = mosaic.says("pairs", "--json").json().at("/0/pair_key").asText();
    var user = key.split("#")[1];
    var paired = mosaic.says("explain", cycle, user);
    assertThat(paired.exitCode()).as(paired.err()).isZero();
    assertThat(paired.out())
        .contains("Paired with " + key.split("#")[0])
        .contains("similarity")
        .contains("wait boosts")
        .contains("The pair was completed");
    var facts = mosaic.says("explain", cycle, user, "--json").json();
    assertThat(facts.at("/outcome").asText()).isEqualTo("paired");
    assertThat(facts.at("/pair/rank").asInt()).isEqualTo(1);
    assertThat(facts.at("/pair/status").asText()).isEqualTo("completed");
    var score = facts.at("/pair/score").asDouble();
    assertThat(score).isGreaterThanOrEqualTo(facts.at("/pair/threshold").asDouble());

    var left = mosaic.says("explain", cycle, "odd-one");
    assertThat(left.out()).contains("Left unmatched").contains("higher priority");

    mosaic.says("run", "--people", late(mosaic).toString());
    var later = mosaic.says("explain", cycle, "late-one");
    assertThat(later.exitCode()).as(later.err()).isZero();
    assertThat(later.out()).contains("not in the pool").contains("is later than that");

    var unknown = mosaic.says("explain", cycle, "nobody-here");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("nobody-here");
    assertThat(mosaic.says("explain", "yesterday", user).err()).contains(cycle);
    assertThat(mosaic.says("replay", "yesterday").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static Path late(MosaicRun mosaic) throws IOException {
    return mosaic.people(
        List.of("{\"user_id\":\"late-one\",\"text\":\"Plays the cello at dusk.\"}"));
  }

  @Test
  void whoFoundNoRoomIsToldSoAndAnApproximatePlanIsNotComputedAgain() throws IOException {
    var mosaic =
        new MosaicRun(folder)
            .with("MOSAIC_MAX_SEEKERS", "2")
            .with("MOSAIC_THRESHOLD", "-1")
            .with("MOSAIC_CANDIDATES", "query-similar");
    var run = mosaic.says("run", "--people", mosaic.people().toString(), "--json");
    assertThat(run.json().at("/summary/pool").asInt()).as(run.err()).isEqualTo(2);
    assertThat(run.json().at("/summary/planned").asInt()).isEqualTo(1);
    var cycle = run.json().at("/cycle_id").asText();
    var replayed = mosaic.says("replay", cycle, "--json");
    assertThat(replayed.exitCode()).isEqualTo(ExitCode.UNFINISHED);
    assertThat(replayed.json().at("/verdict").asText()).isEqualTo("approximate");
    // Of three at least one is not among the two whom the pool holds.
    var told =
        Stream.of("person-10", "person-11", "person-12")
            .map(person -> mosaic.says("explain", cycle, person).out());
    assertThat(told).anyMatch(said -> said.contains("The pool was full"));
  }

  @Test
  void cycleWithoutAPlanIsToldSo() throws IOException {
    var mosaic = new MosaicRun(folder);
    var cycle =
        mosaic.says("run", "--people", late(mosaic).toString(), "--json").json().at("/cycle_id");
    var replayed = mosaic.says("replay", cycle.asText());
    assertThat(replayed.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(replayed.err()).contains("has no plan");
    assertThat(mosaic.says("explain", cycle.asText(), "late-one").out())
        .contains("nobody was paired");
  }
}
