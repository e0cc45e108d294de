package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole cycle with every function packaged, in JVMs of its own, as the template has it. */
class IsolatedCycleIT {

  private static final List<String> TOPICS =
      List.of(
          "sourdough bread",
          "alpine rock climbing",
          "chess endgames",
          "beekeeping and honey",
          "old motorbike engines",
          "opera arias",
          "coral reef diving",
          "medieval castles",
          "telescopes and galaxies",
          "knitting wool jumpers",
          "jazz saxophone",
          "growing tomatoes");

  @TempDir private Path folder;

  private Path people(MosaicRun mosaic) throws IOException {
    var json = new ObjectMapper();
    var lines = new ArrayList<String>();
    for (int i = 0; i < 2 * TOPICS.size(); i++) {
      var topic = TOPICS.get(i / 2);
      var text =
          i % 2 == 0 ? "Talks of " + topic + " all day." : "Loves " + topic + ", nothing else.";
      lines.add(
          json.createObjectNode()
              .put("user_id", "person-" + (10 + i))
              .put("text", text)
              .toString());
    }
    return mosaic.people(lines);
  }

  @Test
  void everyPairIsCompletedByThePackagedFunctions() throws IOException {
    var mosaic = new MosaicRun(folder).inRealTime();

    var run = mosaic.says("run", "--isolated", "--people", people(mosaic).toString(), "--json");

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    var outcome = run.json();
    assertThat(outcome.at("/status").asText()).isEqualTo("SUCCEEDED");
    assertThat(outcome.at("/summary/pool").asInt()).isEqualTo(24);
    assertThat(outcome.at("/summary/completed").asInt())
        .isGreaterThanOrEqualTo(10)
        .isEqualTo(outcome.at("/summary/planned").asInt());
    assertThat(mosaic.says("status").out()).contains("free", "complete");
    try (var logs = Files.list(mosaic.home().resolve("logs"))) {
      assertThat(logs.map(log -> log.getFileName().toString()))
          .contains("OpenCycle.log", "ComputePairs.log", "ProcessPair.log", "CloseCycle.log");
    }
  }
}
