package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.kernel.Kernel;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Work;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TileWork;
import mosaicmatch.pairing.tiles.TiledCandidates;
import mosaicmatch.pairing.tiles.Tiling;
import mosaicmatch.pairing.tiles.TilingSettings;
import mosaicmatch.plan.InMemoryPlanStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyTilingGivesTheSamePlanTest {

  private final InMemoryPlanStore store = new InMemoryPlanStore();

  /** A strategy, a pool and how it is cut. */
  record Case(String strategy, Shape shape, int seekers, int blockSize, int candidates) {}

  static Stream<Case> cases() {
    return Strategies.algorithms().stream()
        .map(algorithm -> algorithm.substring(0, algorithm.indexOf('/')))
        .flatMap(
            strategy ->
                Stream.of(Shape.values())
                    .flatMap(
                        shape ->
                            Stream.of(
                                new Case(strategy, shape, 60, 7, 64),
                                new Case(strategy, shape, 60, 7, 8),
                                new Case(strategy, shape, 200, 50, 4),
                                new Case(strategy, shape, 200, 200, 64),
                                new Case(strategy, shape, 200, 200, 8),
                                new Case(strategy, shape, 200, 1000, 1))));
  }

  private Tiling tiled(PairingInput input, int blockSize, int candidates) {
    var tiling =
        new TileFiles(store)
            .write(
                input.cycleId(),
                Usability.of(input).usable(),
                input.vectors(),
                List.of(),
                new TilingSettings(blockSize, candidates),
                input.settings().waitBoostWeight(),
                () -> {});
    TileWork.score(store, tiling);
    return tiling;
  }

  private Pairing pairing(PairingInput input, Tiling tiling, Work work) {
    var search = CandidateSources.exact(Kernel.fastest(), work);
    var tiles = TiledCandidates.of(new TileFiles(store), tiling, search, () -> {});
    return strategy(input).pair(input, tiles, Progress.IGNORED);
  }

  private static PairingStrategy strategy(PairingInput input) {
    return Strategies.named(input.settings().strategy());
  }

  private static PairingInput drawn(long seed, Case drawn) {
    var input = Pools.draw(seed, drawn.seekers(), 33, drawn.shape(), 0.5);
    var settings = new PairingSettings(0.35, 0.1, drawn.strategy());
    return new PairingInput(input.cycleId(), input.seekers(), input.vectors(), settings)
        .withUsableVectorsOnly();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asOneFunction(Case drawn) {
    long seed = 70;
    var input = drawn(seed, drawn);
    var tiling = tiled(input, drawn.blockSize(), drawn.candidates());
    assertThat(pairing(input, tiling, new Work()))
        .as("%s, seed %d", drawn, seed)
        .isEqualTo(strategy(input).pair(input, Progress.IGNORED));
  }

  @Test
  void withOneSeekerABlock() {
    long seed = 74;
    var input = Pools.draw(seed, 40, 5, Shape.CLUSTERED, 1).withUsableVectorsOnly();
    var tiling = tiled(input, 1, 64);
    assertThat(tiling.tiles()).isEqualTo(40 * 41 / 2);
    assertThat(pairing(input, tiling, new Work()))
        .as("seed %d", seed)
        .isEqualTo(strategy(input).pair(input, Progress.IGNORED));
  }

  @Test
  void withNobodyAtAll() {
    var nobody = Pools.input(List.of(), Map.of(), 0.35, 0.1);
    var tiling = tiled(nobody, 7, 64);
    assertThat(tiling.tiles()).isZero();
    assertThat(pairing(nobody, tiling, new Work()).pairs()).isEmpty();
  }

  @Test
  void listsThatHoldEverybodyNeedNoSearch() {
    var input = Pools.draw(75, 200, 33, Shape.CLUSTERED, 0.5).withUsableVectorsOnly();
    var work = new Work();
    pairing(input, tiled(input, 50, 200), work);
    assertThat(work.floatingPointOperations()).isZero();
  }

  @Test
  void listsThatAreUsedUpAreSearchedForAnew() {
    var input = Pools.draw(75, 200, 33, Shape.CLUSTERED, 0.5).withUsableVectorsOnly();
    var work = new Work();
    pairing(input, tiled(input, 50, 8), work);
    assertThat(work.floatingPointOperations()).isPositive();
  }

  @Test
  void whoeverIgnoresTheFloorsPairsWrongly() {
    assertThat(LongStream.range(80, 90).filter(this::isRightWithoutFloors).count())
        .as("right plans of ten without floors")
        .isLessThan(10);
  }

  private boolean isRightWithoutFloors(long seed) {
    var input = Pools.draw(seed, 200, 33, Shape.CLUSTERED, 0.5).withUsableVectorsOnly();
    var unsafe = TileWork.ignoringFloors(store, tiled(input, 50, 4));
    return strategy(input)
        .pair(input, unsafe, Progress.IGNORED)
        .equals(strategy(input).pair(input, Progress.IGNORED));
  }
}
