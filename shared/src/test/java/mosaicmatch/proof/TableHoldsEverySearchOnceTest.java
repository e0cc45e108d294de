package mosaicmatch.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mosaicmatch.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableHoldsEverySearchOnceTest {

  @TempDir private Path folder;

  @Test
  void searchThatRunsAgainReplacesItsRow() throws Exception {
    var table = new ReliabilityTable(folder);
    table.add(
        SearchResult.ofStates("example-of-states", getClass(), 893_587, 0, 1.7)
            .withMutants(15, 15));
    table.add(SearchResult.ofRuns("example-of-runs", getClass(), 10, 1, 0.1));
    table.add(SearchResult.ofRuns("example-of-runs", getClass(), 40_000, 0, 50).withSeed(7));
    var rows = Json.mapper().readTree(Files.readString(folder.resolve("reliability.json")));
    assertThat(rows.findValuesAsText("search"))
        .isEqualTo(List.of("example-of-runs", "example-of-states"));
    assertThat(rows.get(0).get("runs").asLong()).isEqualTo(40_000);
    assertThat(rows.get(0).get("seed").asLong()).isEqualTo(7);
    assertThat(rows.get(1).get("states").asLong()).isEqualTo(893_587);
    assertThat(rows.get(1).get("caught").asInt()).isEqualTo(15);
    assertThat(rows.get(1).has("runs")).isFalse();
  }
}
