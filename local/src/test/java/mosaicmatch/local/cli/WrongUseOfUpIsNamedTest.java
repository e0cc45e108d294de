package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUseOfUpIsNamedTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--port, 70000",
    "--traits-port, -1",
    "--nakama-port, x",
    "--schedule, hourly",
    "--break, everything"
  })
  void aWrongValueIsNamedWithItsOption(String option, String value) {
    var mosaic = new MosaicRun(folder);
    var said = mosaic.says("up", option, value);
    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains(option);
    assertThat(mosaic.home()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--traits-port", "--nakama-port"})
  void aTakenPortIsNamedWithItsOption(String option) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var arguments = new ArrayList<>(List.of("up"));
      for (var each : List.of("--port", "--traits-port", "--nakama-port")) {
        arguments.add(each);
        arguments.add(each.equals(option) ? Integer.toString(taken.getLocalPort()) : "0");
      }
      var said = new MosaicRun(folder).says(arguments.toArray(String[]::new));
      assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(said.err()).contains(option, Integer.toString(taken.getLocalPort()));
    }
  }
}
