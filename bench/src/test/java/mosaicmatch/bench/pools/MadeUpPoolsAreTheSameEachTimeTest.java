package mosaicmatch.bench.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeUpPoolsAreTheSameEachTimeTest {

  @ParameterizedTest
  @EnumSource
  void aSeedDecidesEveryBit(Shape shape) {
    assertThat(shape.make(300, 16, 7)).isDeepEqualTo(shape.make(300, 16, 7));
    assertThat(Arrays.deepEquals(shape.make(300, 16, 7), shape.make(300, 16, 8))).isFalse();
  }

  @Test
  void aSeedDecidesWhoWaitsHowLong() {
    assertThat(BenchPool.of(Shape.RANDOM, 50, 8, 1).seekers())
        .isEqualTo(BenchPool.of(Shape.RANDOM, 50, 8, 1).seekers())
        .isNotEqualTo(BenchPool.of(Shape.RANDOM, 50, 8, 2).seekers());
  }

  @Test
  void membersOfAClusterAreAlike() {
    var vectors = Shape.CLUSTERED.make(200, 256, 3);
    assertThat(meanCosine(vectors)).isBetween(0.4, 0.6);
    assertThat(meanCosine(Shape.RANDOM.make(200, 256, 3))).isBetween(-0.1, 0.1);
  }

  @Test
  void thePowerLawHasOneLargeGroupAndManySmallOnes() {
    int[] groups = Shape.POWER_LAW.groups(5_000, new java.util.SplittableRandom(4));
    var sizes =
        IntStream.of(groups).boxed().collect(Collectors.groupingBy(g -> g, Collectors.counting()));
    assertThat(sizes.get(0)).isGreaterThan(500);
    assertThat(sizes.values()).filteredOn(size -> size < 5).hasSizeGreaterThan(200);
  }

  @Test
  void vectorsSurviveTheirFile(@TempDir Path folder) throws Exception {
    var vectors = Shape.RANDOM.make(10, 5, 5);
    RawVectorFile.write(folder.resolve("vectors"), vectors);
    assertThat(RawVectorFile.read(folder.resolve("vectors"), 10)).isDeepEqualTo(vectors);
  }

  @Test
  void descriptionsAreReadOnceEachAndCut(@TempDir Path folder) throws Exception {
    var file = folder.resolve("descriptions");
    Files.writeString(
        file,
        """
        Package: one
        Description-md5: 0
        Description-en: tool for the first thing
         It does this,
         .
         and that.
        Other: no
         text of another field

        Package: same
        Description: tool for the first thing
         It does this,
         and that.

        Package: long
        Description-en: tool for the second thing
         %s
        """
            .formatted("word ".repeat(200)));
    assertThat(PackageDescriptions.read(file, 10, 1))
        .hasSize(2)
        .contains("tool for the first thing. It does this, and that.")
        .anySatisfy(text -> assertThat(text).hasSize(400).startsWith("tool for the second thing."));
    assertThat(PackageDescriptions.read(file, 1, 1)).hasSize(1);
  }

  private static double meanCosine(float[][] unit) {
    return IntStream.range(1, unit.length)
        .mapToDouble(
            i -> IntStream.range(0, unit[i].length).mapToDouble(d -> unit[i][d] * unit[0][d]).sum())
        .average()
        .orElseThrow();
  }
}
