package mosaicmatch.local.proof.real;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;

/** What the tests against real parts came to together: their row of the table of results. */
final class RealPartsRow {

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final AtomicInteger BROKEN = new AtomicInteger();
  private static final AtomicInteger MUTANTS = new AtomicInteger();
  private static final AtomicInteger CAUGHT = new AtomicInteger();
  private static final AtomicLong NANOS = new AtomicLong();

  private RealPartsRow() {}

  /** The promises were checked on the state that a run had left. */
  static void checked(int brokenPromises) {
    RUNS.incrementAndGet();
    BROKEN.addAndGet(brokenPromises);
  }

  /** A protection was taken away. */
  static void mutant(boolean noticed) {
    MUTANTS.incrementAndGet();
    CAUGHT.addAndGet(noticed ? 1 : 0);
  }

  /** A class of these tests has ended; the row is that of all that have. */
  static void add(long nanos) {
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(
                    "real-parts",
                    StoredPromises.class,
                    RUNS.get(),
                    BROKEN.get(),
                    NANOS.addAndGet(nanos) / 1e9)
                .withMutants(MUTANTS.get(), CAUGHT.get()));
  }
}
