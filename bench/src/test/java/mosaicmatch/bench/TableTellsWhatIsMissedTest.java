package mosaicmatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTellsWhatIsMissedTest {

  private static final Table TABLE =
      new Table(
          List.of(
              new Measure("fast enough", 9.5, "s", Goal.atMost(10)),
              new Measure("too slow", 120, "pairs/s", Goal.atLeast(150))));

  @Test
  void aMeasureBeyondItsGoalIsMarked() {
    assertThat(TABLE.render().lines())
        .satisfiesExactly(
            met -> assertThat(met).contains("fast enough", "9.50 s", "≤ 10.00").endsWith("met"),
            missed -> assertThat(missed).contains("120", "≥ 150").endsWith("MISSED"));
  }

  @Test
  void rowsAreMeasureValueUnitGoal(@TempDir Path folder) throws IOException {
    TABLE.write(folder.resolve("rows.json"));
    var row = new ObjectMapper().readTree(folder.resolve("rows.json").toFile()).get(1);
    assertThat(row.path("measure").asText()).isEqualTo("too slow");
    assertThat(row.path("value").asDouble()).isEqualTo(120);
    assertThat(row.path("unit").asText()).isEqualTo("pairs/s");
    assertThat(row.path("goal").asText()).isEqualTo("≥ 150");
  }

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Median.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
  }

  @Test
  void aStateIsTimedFromItsEntryToItsExit() throws IOException {
    var events =
        new ObjectMapper()
            .readTree(
                """
                [{"type":"MapStateEntered","state":"Each","at":1000},
                 {"type":"MapStateExited","state":"Each","at":3500}]
                """);
    assertThat(StateSpan.seconds(events, "Each")).isEqualTo(2.5);
    assertThatThrownBy(() -> StateSpan.seconds(events, "Other")).hasMessageContaining("Other");
  }

  @Test
  void theEngineRunsTheMapThatIsTimed() throws Exception {
    assertThat(EngineMap.run(50).seconds()).isPositive();
  }
}
