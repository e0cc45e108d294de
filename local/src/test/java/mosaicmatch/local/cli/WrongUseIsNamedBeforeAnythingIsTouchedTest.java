package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mosaicmatch.local.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUseIsNamedBeforeAnythingIsTouchedTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "MOSAIC_THRESHOLD, high",
    "MOSAIC_WAIT_BOOST_WEIGHT, -3",
    "MOSAIC_LEASE_SECONDS, 0",
    "MOSAIC_STRATEGY, coin-toss",
    "MOSAIC_AB_SHARE, 2",
    "MOSAIC_MAX_MISSED_CYCLES, 0",
    "MOSAIC_CANDIDATES, guessed",
    "MOSAIC_MAX_PAIR_CONCURRENCY, 1000"
  })
  void aWrongSettingIsNamedAndNothingIsMade(String variable, String value) {
    var mosaic = new MosaicRun(folder).with(variable, value);
    var said = mosaic.says("run");
    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains(variable);
    assertThat(mosaic.home()).doesNotExist();
  }

  @Test
  void aMissingFileOfPeopleIsNamed() {
    var said = new MosaicRun(folder).says("run", "--people", folder + "/nobody.jsonl");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("nobody.jsonl");
  }

  @Test
  void badLinesAreToldByNumberAndTheOthersGoOn() throws IOException {
    var mosaic = new MosaicRun(folder);
    var file =
        mosaic.people(
            List.of(
                "{\"user_id\":\"anna-1\",\"text\":\"Sails small boats.\"}",
                "{\"user_id\":\"a#b\",\"text\":\"x\"}",
                "not json",
                "{\"user_id\":\"bert-1\",\"text\":\"Small boats and sails.\"}"));
    var said = mosaic.says("run", "--people", file.toString(), "--json");
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.err()).contains("line 2").contains("line 3");
    assertThat(said.json().at("/summary/completed").asInt()).isEqualTo(1);
  }

  @Test
  void aFaultThatIsNoneIsExplained() {
    var said = new MosaicRun(folder).says("run", "--break", "nakama");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("nakama:0.3");
  }

  @Test
  void namesThatDoNotExistAreToldSo() {
    var mosaic = new MosaicRun(folder);
    assertThat(mosaic.says("pairs").err()).contains("mosaic run");
    assertThat(mosaic.says("pairs", "--cycle", "2026-11-22T02:00:00Z").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(mosaic.says("pairs", "--cycle", "yesterday").err()).contains("yesterday");
    assertThat(mosaic.says("redrive").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(
            mosaic
                .says("history", "arn:aws:states:us-east-1:000000000000:execution:x:y")
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSecondMosaicInTheSameHomeIsToldWhoIsThere() throws IOException {
    var mosaic = new MosaicRun(folder);
    try (var taken = Home.open(mosaic.home())) {
      var said = mosaic.says("status");
      assertThat(said.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(said.err()).contains(taken.root().toString()).contains("MOSAIC_HOME");
    }
  }

  @Test
  void resetNeverRunsUnasked() throws IOException {
    var mosaic = new MosaicRun(folder);
    Files.createDirectories(mosaic.home());
    assertThat(mosaic.says("reset").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(mosaic.home()).exists();
  }

  @Test
  void resetDeletesWhatMosaicKeepsAndNothingElse() throws IOException {
    var mosaic = new MosaicRun(folder);
    Files.createDirectories(mosaic.home().resolve("s3"));
    Files.writeString(mosaic.home().resolve("my-notes.txt"), "mine");
    assertThat(mosaic.says("reset", "--yes").exitCode()).isZero();
    try (var left = Files.list(mosaic.home())) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("my-notes.txt");
    }
    assertThat(mosaic.says("reset", "--yes").exitCode()).isZero();
  }
}
