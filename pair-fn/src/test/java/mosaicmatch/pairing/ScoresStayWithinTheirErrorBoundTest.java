package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.DenseSearch;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pairing.search.Work;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search is exact because its approximate scores lie as close as they promise. */
class ScoresStayWithinTheirErrorBoundTest {

  @ParameterizedTest
  @MethodSource("mosaicmatch.pairing.EveryKernelGivesTheSamePlanTest#kernels")
  void forEveryKernelAndDimension(Kernel kernel) {
    for (int dimension : new int[] {1, 7, 384, 385, 768, 3_072}) {
      long seed = 50 + dimension;
      var input = Pools.draw(seed, 60, dimension, Shape.CLUSTERED, 0);
      var contenders = new Contenders(Usability.of(input).usable(), input.vectors());
      var scores = new Scores(contenders, 1);
      var search = new DenseSearch(contenders, scores, kernel, new Work());
      int[] all = IntStream.range(0, contenders.size()).toArray();
      var nobody = new boolean[all.length];
      var lists = search.best(all, nobody, all.length, Double.NEGATIVE_INFINITY);
      for (int row : all) {
        assertThat(lists[row].size()).isEqualTo(all.length - 1);
        for (int place = 0; place < lists[row].size(); place++) {
          double approximate = lists[row].value(place) + scores.halfBoost(row);
          double exact = scores.score(row, lists[row].number(place));
          assertThat(Math.abs(approximate - exact))
              .as("dimension %d, seed %d", dimension, seed)
              .isLessThan(scores.error());
        }
      }
    }
  }
}
