package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import mosaicmatch.proof.Wrapping;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand schedules of two whole cycles that overlap, drawn from a seed. The property {@code
 * mosaic.seed} draws others; a seed that fails is kept in {@code src/test/seeds}.
 */
class SeededSchedulesKeepThePromisesTest {

  private static final int SCHEDULES = 10_000;
  private static final int SCHEDULES_OF_A_MUTANT = 2_000;
  private static final int THREADS = 2;
  private static final long BASE_SEED = Long.getLong("mosaic.seed", 20_261_122L * 1_000_000);

  /** Those that whole cycles meet by chance; the others are for {@link Meetings}. */
  private static final Set<Mutant> MUTANTS =
      EnumSet.of(
          Mutant.CLAIM_LOOKS_AT_THE_PAIR_WITHOUT_THE_CYCLE,
          Mutant.MATCHED_IS_NO_COMPARE_AND_SET,
          Mutant.NOTHING_IS_VOIDED,
          Mutant.ROOM_IS_OPENED_BEFORE_THE_MATCH_IS_RECORDED);

  private record Broken(long seed, String told) {
    String inOneLine() {
      return told.lines().findFirst().orElseThrow() + " (seed " + seed + ")";
    }
  }

  @Test
  void inTenThousandSchedules() {
    long start = System.nanoTime();
    System.out.println("seeded schedules from " + BASE_SEED + ", -Dmosaic.seed=… for others");
    var failing = FailingSeeds.ofTheProject();
    var kept = failing.read();
    var broken =
        broken(Stream.concat(kept.stream(), seeds(SCHEDULES)), _ -> Wrapping.NONE).toList();
    var caught = EnumSet.noneOf(Mutant.class);
    for (var mutant : MUTANTS) {
      if (isNoticed(mutant)) {
        caught.add(mutant);
      }
    }
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(
                    "seeded-schedules", getClass(), kept.size() + SCHEDULES, broken.size(), seconds)
                .withSeed(BASE_SEED)
                .withMutants(MUTANTS.size(), caught.size()));
    broken.forEach(found -> failing.add(found.seed, found.told));
    assertThat(broken.stream().map(Broken::told).findFirst())
        .as("seeds that failed, added to failing-seeds.txt: %s", seedsOf(broken))
        .isEmpty();
    assertThat(caught).isEqualTo(MUTANTS);
  }

  private static List<Long> seedsOf(List<Broken> broken) {
    return broken.stream().map(Broken::seed).toList();
  }

  private static Stream<Long> seeds(int count) {
    return LongStream.range(BASE_SEED, BASE_SEED + count).boxed();
  }

  private static boolean isNoticed(Mutant mutant) {
    var first = broken(seeds(SCHEDULES_OF_A_MUTANT), mutant::in).findFirst();
    System.out.println(mutant + ": " + first.map(Broken::inOneLine).orElse("not noticed"));
    return first.isPresent();
  }

  private static Stream<Broken> broken(Stream<Long> seeds, Function<CycleWorld, Wrapping> mutant) {
    return seeds
        .gather(Gatherers.mapConcurrent(THREADS, seed -> run(seed, mutant)))
        .flatMap(Optional::stream);
  }

  private static Optional<Broken> run(long seed, Function<CycleWorld, Wrapping> mutant) {
    var cycles = new OverlappingCycles(seed, mutant);
    try {
      cycles.run();
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(
          new Broken(
              seed,
              (e instanceof AssertionError ? e.getMessage() : e.toString())
                  + "\n  seed "
                  + seed
                  + "\n"
                  + String.join("\n", cycles.trace())));
    }
  }
}
