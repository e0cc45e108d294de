package mosaicmatch.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

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
              new Measure("too slow", 120, "pairs/s", Goal.atLeast(150)),
              new Measure("just so", 0.4, "s"),
              Measure.missing("unknown", "x", Goal.atLeast(0.995), "nobody is there")));

  @Test
  void aMeasureBeyondItsGoalIsMarked() {
    assertThat(TABLE.render().lines().limit(2))
        .satisfiesExactly(
            met -> assertThat(met).contains("fast enough", "9.50 s", "≤ 10.00").endsWith("met"),
            missed -> assertThat(missed).contains("120", "≥ 150").endsWith("MISSED"));
  }

  @Test
  void aRowWithoutAGoalHasNoVerdict() {
    assertThat(TABLE.render().lines().skip(2).findFirst().orElseThrow())
        .contains("just so", "0.40 s")
        .doesNotContain("goal", "met", "MISSED");
  }

  @Test
  void whatCouldNotBeMeasuredIsMissedAndSaysWhy() {
    assertThat(TABLE.render().lines().skip(3).findFirst().orElseThrow())
        .contains("unknown", "goal ≥ 0.995", "MISSED")
        .endsWith("not measured: nobody is there");
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
  void rowsOfSeveralFilesMakeOneTable(@TempDir Path folder) throws IOException {
    var file = folder.resolve("rows.json");
    TABLE.write(file);
    assertThat(Table.read(List.of(file, file)).render()).isEqualTo(TABLE.render() + TABLE.render());
  }

  @Test
  void aDocumentShowsTheSameRows() {
    assertThat(TABLE.markdown().lines().skip(2))
        .containsExactly(
            "| fast enough | 9.50 s | ≤ 10.00 | met |",
            "| too slow | 120 pairs/s | ≥ 150 | MISSED |",
            "| just so | 0.40 s |  |  |",
            "| unknown | - x | ≥ 0.995 | MISSED not measured: nobody is there |");
  }

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Median.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
  }

  @Test
  void aRatioIsTheMiddleOneOfItsRounds() {
    var rounds = new Rounds(List.of(1.0, 10.0, 2.0), List.of(3.0, 20.0, 8.0));
    assertThat(rounds.theirsByOurs()).isEqualTo(3);
    assertThat(rounds.oursByTheirs()).isEqualTo(1 / 3.0);
  }
}
