package mosaicmatch.bench.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import mosaicmatch.bench.measure.Measure;
import org.junit.jupiter.api.Test;

class PairingBenchmarkHasEveryGoalTest {

  @Test
  void aSmallRunHasARowForEachGoal() throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "OpenBLAS is on the class path for Linux on x86-64 alone");
    var sizes = new PairingBenchmark.Sizes(300, 200, 2_000, 1_000_000, 300, 8);
    var rows = new PairingBenchmark(sizes).run();
    assertThat(rows)
        .filteredOn(row -> row.goal().isPresent())
        .extracting(Measure::name)
        .satisfiesExactly(
            rate -> assertThat(rate).contains("against OpenBLAS"),
            loop -> assertThat(loop).contains("obvious loop"),
            memory -> assertThat(memory).contains("heap beyond the vectors"),
            texts -> assertThat(texts).contains("real texts"),
            random -> assertThat(random).contains("can't win"));
  }

  @Test
  void textsThatAreNotThereLeaveTheirRow() throws Exception {
    assertThat(new PrefixBound(1_000_000).onRealTexts())
        .singleElement()
        .satisfies(row -> assertThat(row.value()).isNaN())
        .satisfies(row -> assertThat(row.note()).startsWith("not measured: "));
  }
}
