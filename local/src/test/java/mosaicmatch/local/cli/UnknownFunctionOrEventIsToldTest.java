package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownFunctionOrEventIsToldTest {

  @TempDir private Path folder;

  @Test
  void anUnknownFunctionIsToldWithThoseThatAre() {
    var mosaic = new MosaicRun(folder);
    var said = mosaic.says("invoke", "OpenCircle", "-e", "../events/open-cycle.json");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("OpenCircle", "OpenCycle", "Reconcile");
    assertThat(mosaic.home()).doesNotExist();
  }

  @Test
  void anUnknownEventFileIsToldWithThoseThatAre() {
    var mosaic = new MosaicRun(folder);
    var said = mosaic.says("invoke", "OpenCycle", "-e", "events/open-circle.json");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("open-circle.json", "events/open-cycle.json");
    assertThat(mosaic.home()).doesNotExist();
  }

  @Test
  void theEventMustBeSaid() {
    var said = new MosaicRun(folder).says("invoke", "OpenCycle");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--event");
  }

  @Test
  void aWrongNumberOfSandboxesIsNamed() {
    var said = new MosaicRun(folder).with("MOSAIC_SANDBOXES", "100").says("run", "--isolated");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("MOSAIC_SANDBOXES").contains("1 to 64");
  }
}
