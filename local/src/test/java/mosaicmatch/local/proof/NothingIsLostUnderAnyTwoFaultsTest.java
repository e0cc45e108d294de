package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import mosaicmatch.local.proof.FaultSearch.Found;
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
    var found = search(false).singles().and(search(true).singles());
    var caught = new ArrayList<Mutants>();
    for (var mutant : Mutants.values()) {
      var broken = new FaultSearch((faults, traced) -> new FourPairs(faults, mutant::in, false, traced)).singles();
      System.out.println(mutant + ": " + broken.violations() + " of " + broken.runs() + " runs: " + broken.first().map(t -> t.lines().findFirst().orElse("")).orElse("not noticed"));
      if (broken.first().filter(text -> text.contains(mutant.promise)).isPresent()) {
        caught.add(mutant);
      }
    }
    row("single-faults", found, start, Mutants.values().length, caught.size());
    assertThat(found.first()).isEmpty();
    assertThat(caught).containsExactly(Mutants.values());
  }

  @Test
  void everyOrderedPairOfFaults() {
    long start = System.nanoTime();
    var found = search(false).pairs();
    row("pairs-of-faults", found, start, 0, 0);
    assertThat(found.first()).isEmpty();
  }

  private static FaultSearch search(boolean fayIsGone) {
    return new FaultSearch(
        (faults, traced) -> new FourPairs(faults, _ -> Wrapping.NONE, fayIsGone, traced));
  }

  private void row(String name, Found found, long start, int mutants, int caught) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(name, getClass(), found.runs(), found.violations(), seconds)
                .withMutants(mutants, caught));
  }
}
