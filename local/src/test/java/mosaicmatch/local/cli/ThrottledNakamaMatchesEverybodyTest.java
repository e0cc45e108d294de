package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state machine's own retries all fall into one second here: its clock leaps. */
class ThrottledNakamaMatchesEverybodyTest {

  @TempDir private Path folder;

  @Test
  void pairsWaitUntilTheServerTakesThem() throws IOException {
    var mosaic = new MosaicRun(folder);
    var run =
        mosaic.says(
            "run",
            "--people",
            mosaic.people().toString(),
            "--break",
            "nakama:throttle:1",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/summary/completed").asInt()).isGreaterThan(1);
    assertThat(run.json().at("/summary/unfinished").asInt()).isZero();
  }
}
