package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mosaicmatch.local.cli.MosaicRun.Said;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.profiles.ProfileFile;

/** The very code that calls AWS, by a profile whose endpoint is the local system's. */
class StackOnAwsIsDrivenWithTheSameWordsTest {

  @TempDir private Path folder;

  /** A command of somebody whose AWS files are these, in a home folder with nothing in it. */
  private Said onAws(Path config, String... arguments) throws IOException {
    var out = new StringWriter();
    var err = new StringWriter();
    var empty = Files.createDirectories(folder.resolve("elsewhere"));
    var settings = LocalSettings.of(new Environment(Map.of("MOSAIC_HOME", empty.toString())));
    ProfileFile files =
        ProfileFile.builder().content(config).type(ProfileFile.Type.CONFIGURATION).build();
    var whereabouts = new Whereabouts(() -> files, new Environment(Map.of()));
    int exitCode =
        Mosaic.commandLine(settings, whereabouts)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Said(exitCode, out.toString(), err.toString());
  }

  @Test
  void itIsLookedAtPausedResumedReconciledAndRedriven() throws Exception {
    var mosaic = new MosaicRun(folder).with("MOSAIC_RECONCILE_GRACE_SECONDS", "0");
    try (var _ = new UpRun(mosaic, "--break", "nakama:0.6@7")) {
      var config = mosaic.home().resolve(Home.AWS_CONFIG);
      mosaic.says("run", "--people", mosaic.people().toString());

      var status = onAws(config, "--aws", "mosaic", "status", "--json");
      assertThat(status.exitCode()).as(status.err()).isEqualTo(ExitCode.UNFINISHED);
      assertThat(status.json()).isEqualTo(mosaic.says("status", "--json").json());

      var pairs = onAws(config, "--aws", "mosaic", "pairs", "--json").json();
      assertThat(pairs).isEqualTo(mosaic.says("pairs", "--json").json()).hasSize(5);
      var key = pairs.get(0).at("/pair_key").asText();
      var pair = onAws(config, "--aws", "mosaic", "pair", key, "--json");
      assertThat(pair.json().at("/entry/pair_key").asText()).isEqualTo(key);
      assertThat(pair.json().has("room")).isFalse();
      assertThat(onAws(config, "--aws", "mosaic", "pair", key).out()).doesNotContain("room");
      assertThat(onAws(config, "--aws", "mosaic", "history").out()).contains("ExecutionFailed");

      var resumed = onAws(config, "--aws", "mosaic", "resume");
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(mosaic.says("status").out()).contains("rate(1 hour)");
      var paused = onAws(config, "--aws", "mosaic", "pause", "--json").json();
      assertThat(paused.at("/state").asText()).isEqualTo("DISABLED");
      assertThat(paused.at("/muted_alarm").asText()).isEqualTo("mosaicmatch-cycle-overdue");

      var redriven = onAws(config, "--aws", "mosaic", "redrive");
      assertThat(redriven.exitCode()).as(redriven.err()).isEqualTo(ExitCode.UNFINISHED);
      assertThat(redriven.out()).contains("FAILED");
      var reconciled = onAws(config, "--aws", "mosaic", "reconcile", "--json");
      assertThat(reconciled.exitCode()).as(reconciled.err()).isZero();
      assertThat(reconciled.json().has("completed")).isTrue();
    }
  }

  @Test
  void whatDoesNotExistIsNamedWithWhatDoes() throws Exception {
    var mosaic = new MosaicRun(folder);
    try (var _ = new UpRun(mosaic)) {
      var config = mosaic.home().resolve(Home.AWS_CONFIG);
      var profile = onAws(config, "--aws", "prod", "status");
      assertThat(profile.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(profile.err()).contains("prod", "there are: mosaic");

      var stack = onAws(config, "--aws", "mosaic", "--stack", "other", "status");
      assertThat(stack.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(stack.err()).contains("no stack other in us-east-1", "there are: mosaicmatch");

      var run = onAws(config, "--aws", "mosaic", "run");
      assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("run is for the system on this machine", "status");
      for (var command : new String[] {"up", "reset"}) {
        assertThat(onAws(config, "--aws", "mosaic", command).exitCode()).isEqualTo(ExitCode.USAGE);
      }
      assertThat(onAws(config, "--aws", "mosaic", "--help").exitCode()).isZero();
    }
  }

  @Test
  void aProfileWithoutARegionIsNamed() throws Exception {
    var config =
        Files.writeString(folder.resolve("config"), "[profile bare]\naws_access_key_id = x\n");
    var said = onAws(config, "--aws", "bare", "status");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("bare", "region");
  }

  @Test
  void withNoProfilesAtAllThatIsSaid() throws Exception {
    var config = Files.writeString(folder.resolve("config"), "");
    var said = onAws(config, "--aws", "any", "status");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("there are none");
    var stackAlone = onAws(config, "--stack", "prod", "status");
    assertThat(stackAlone.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(stackAlone.err()).contains("--aws PROFILE");
  }
}
