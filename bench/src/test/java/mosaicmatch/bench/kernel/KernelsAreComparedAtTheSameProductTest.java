package mosaicmatch.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Table;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.kernel.ScalarKernel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelsAreComparedAtTheSameProductTest {

  @BeforeEach
  void openBlasIsForLinuxOnX86() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "OpenBLAS is on the class path for Linux on x86-64 alone");
  }

  @Test
  void packedProductEqualsOpenBlas() {
    for (var kernel : List.of(Kernel.fastest(), new ScalarKernel())) {
      var rows = Matrix.random(131, 400, 1);
      var columns = Matrix.random(197, 400, 2);
      var ours = new PackedProduct(kernel, rows, columns);
      ours.packColumns();
      ours.multiply();
      try (var theirs = new OpenBlas(rows, columns)) {
        theirs.multiply(1);
        for (int row = 0; row < 131; row++) {
          for (int column = 0; column < 197; column++) {
            assertThat(ours.at(row, column)).isEqualTo(theirs.at(row, column), within(1e-3f));
          }
        }
      }
    }
  }

  @Test
  void everyGoalOfTheKernelHasItsRow() throws Exception {
    var rows = new KernelBenchmark(96, 1).run();
    assertThat(rows)
        .filteredOn(row -> row.goal().isPresent())
        .extracting(Measure::name)
        .satisfiesExactly(
            small -> assertThat(small).endsWith("one thread, d = 384"),
            usual -> assertThat(usual).endsWith("one thread, d = 768"),
            large -> assertThat(large).endsWith("one thread, d = 3072"));
    assertThat(rows).allSatisfy(row -> assertThat(row.value()).isPositive());
    assertThat(new Table(rows).render()).contains("OpenBLAS's AVX2 kernel", "ScalarKernel");
  }
}
