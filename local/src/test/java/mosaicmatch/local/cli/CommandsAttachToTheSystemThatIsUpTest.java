package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import mosaicmatch.json.Json;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.home.RunningSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsAttachToTheSystemThatIsUpTest {

  @TempDir private Path folder;

  @Test
  void peopleAreMatchedAndLookedAtFromOutside() throws Exception {
    var mosaic = new MosaicRun(folder).with("MOSAIC_RECONCILE_GRACE_SECONDS", "0");
    try (var up = new UpRun(mosaic)) {
      var run = mosaic.says("run", "--people", mosaic.people().toString(), "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().at("/summary/completed").asInt()).isEqualTo(5);
      for (var pair : mosaic.says("pairs", "--json").json()) {
        var told = mosaic.says("pair", pair.at("/pair_key").asText(), "--json").json();
        assertThat(told.at("/room/members")).hasSize(2);
        assertThat(told.at("/notified1").asInt()).isEqualTo(1);
      }
      assertThat(mosaic.says("status").out()).contains("free", "complete", "paused");
      assertThat(mosaic.says("history").out()).contains("ExecutionSucceeded");
      assertThat(mosaic.says("reconcile").exitCode()).isZero();
      assertThat(mosaic.says("redrive").exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(mosaic.says("reset", "--yes").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      var dry = mosaic.says("run", "--dry-run", "--json");
      assertThat(dry.exitCode()).as(dry.err()).isZero();
      var said = up.end();
      assertThat(said.exitCode()).as(said.err()).isZero();
      assertThat(said.out()).contains("AWS services   http://127.0.0.1:", "aws-config", "paused");
    }
    assertThat(mosaic.home().resolve(Home.ENDPOINTS)).doesNotExist();
    assertThat(mosaic.says("status").out()).contains("complete");
  }

  @Test
  void pairsThatFailAreRedrivenFromOutside() throws Exception {
    var mosaic = new MosaicRun(folder);
    try (var up = new UpRun(mosaic, "--break", "nakama:0.6@7")) {
      var run = mosaic.says("run", "--people", mosaic.people().toString(), "--json");
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.UNFINISHED);
      assertThat(mosaic.says("redrive", "--json").exitCode()).isEqualTo(ExitCode.UNFINISHED);
      assertThat(up.end().exitCode()).isZero();
    }
    assertThat(mosaic.says("redrive").exitCode()).isZero();
  }

  @Test
  void whatOthersNeedIsInFilesOfTheOwnersOnly() throws Exception {
    var mosaic = new MosaicRun(folder);
    try (var _ = new UpRun(mosaic)) {
      for (var name : new String[] {Home.ENDPOINTS, Home.AWS_CONFIG, Home.SAM_ENVIRONMENT}) {
        assertThat(Files.getPosixFilePermissions(mosaic.home().resolve(name)))
            .as(name)
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
      assertThat(Files.readString(mosaic.home().resolve(Home.SAM_ENVIRONMENT)))
          .contains("OpenCycleFunction", "AWS_ENDPOINT_URL");
    }
  }

  @Test
  void optionsThatNeedASystemOfTheirOwnAreRefused() throws Exception {
    var mosaic = new MosaicRun(folder);
    try (var _ = new UpRun(mosaic)) {
      var broken = mosaic.says("run", "--break", "nakama:1");
      assertThat(broken.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(broken.err()).contains("--break", "mosaic up");
      var dry = mosaic.says("run", "--dry-run", "--people", mosaic.people().toString());
      assertThat(dry.exitCode()).isEqualTo(ExitCode.USAGE);
      var second = mosaic.says("up", "--port", "0");
      assertThat(second.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(second.err()).contains("another mosaic");
    }
  }

  @Test
  void aFileThatAKilledProcessLeftIsNoSystem() throws IOException {
    var mosaic = new MosaicRun(folder);
    Files.createDirectories(mosaic.home());
    var gone = new RunningSystem(ProcessHandle.current().pid(), Instant.EPOCH, Map.of());
    Files.write(mosaic.home().resolve(Home.ENDPOINTS), Json.mapper().writeValueAsBytes(gone));
    assertThat(mosaic.says("status").exitCode()).isZero();
  }

  @Test
  void pausedIsPausedUntilItIsResumed() {
    var mosaic = new MosaicRun(folder);
    assertThat(mosaic.says("resume", "--json").out()).contains("ENABLED", "rate(1 hour)");
    assertThat(mosaic.says("status").out()).contains("rate(1 hour)");
    assertThat(mosaic.says("pause").out()).contains("paused");
    assertThat(mosaic.says("status").out()).contains("paused");
  }
}
