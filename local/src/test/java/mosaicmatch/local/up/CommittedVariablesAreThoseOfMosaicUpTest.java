package mosaicmatch.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mosaicmatch.local.stack.Endpoints;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;

/** {@code events/env.json}: the usual ports and settings. */
class CommittedVariablesAreThoseOfMosaicUpTest {

  @Test
  void theFileIsWhatMosaicUpWritesAtItsUsualPorts() throws IOException {
    var usual =
        new Endpoints(
            URI.create("http://127.0.0.1:4566"),
            URI.create("http://127.0.0.1:4567"),
            URI.create("http://127.0.0.1:7350"));
    var settings = LocalSettings.of(new Environment(Map.of()));

    assertThat(Path.of("../events/env.json"))
        .content()
        .isEqualTo(SamEnvironment.json(usual, settings.functions()));
    assertThat(Files.readString(Path.of("../events/env.json"))).doesNotContain("ACCESS_KEY");
  }
}
