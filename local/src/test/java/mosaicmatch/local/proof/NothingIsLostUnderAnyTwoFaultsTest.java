package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Function;
import mosaicmatch.local.proof.FaultSearch.Found;
import mosaicmatch.local.proof.FourPairs.Story;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import mosaicmatch.proof.Wrapping;
import org.junit.jupiter.api.Test;

/**
 * The real code of a whole cycle, with every fault and every ordered pair of faults at its calls:
 * fails before; done but the answer is lost; crash before; crash after; throttled. Then retries, a
 * redrive and reconciliation until all is quiet, and all promises are checked.
 */
class NothingIsLostUnderAnyTwoFaultsTest {

  @Test
  void everySingleFault() {
    long start = System.nanoTime();
    var found =
        Arrays.stream(Story.values())
            .map(story -> search(story, _ -> Wrapping.NONE).singles())
            .reduce(Found.NOTHING, Found::and);
    var caught = EnumSet.noneOf(Mutant.class);
    for (var mutant : Mutant.OF_ONE_RUN) {
      if (isNoticed(mutant)) {
        caught.add(mutant);
      }
    }
    row("single-faults", found, start, Mutant.OF_ONE_RUN.size(), caught.size());
    assertThat(found.first()).isEmpty();
    assertThat(caught).containsExactlyElementsOf(Mutant.OF_ONE_RUN);
  }

  @Test
  void everyOrderedPairOfFaults() {
    long start = System.nanoTime();
    var found = search(Story.REDRIVEN, _ -> Wrapping.NONE).pairs();
    row("pairs-of-faults", found, start, 0, 0);
    assertThat(found.first()).isEmpty();
  }

  private static boolean isNoticed(Mutant mutant) {
    var first = search(Story.REDRIVEN, mutant::in).singles().first();
    System.out.println(
        mutant + ": " + first.flatMap(text -> text.lines().findFirst()).orElse("not noticed"));
    return first.filter(text -> text.contains(": " + mutant.promise)).isPresent();
  }

  private static FaultSearch search(Story story, Function<CycleWorld, Wrapping> mutant) {
    return new FaultSearch((faults, traced) -> new FourPairs(faults, mutant, story, traced));
  }

  private void row(String name, Found found, long start, int mutants, int caught) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(name, getClass(), found.runs(), found.violations(), seconds)
                .withMutants(mutants, caught));
  }
}
