package mosaicmatch.pairing.search;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a search computes; safe for use by many threads. */
public final class Work {

  private final LongAdder operations = new LongAdder();

  void add(long multiplications) {
    operations.add(2 * multiplications);
  }

  /** Multiplications and additions in single precision so far. */
  public long floatingPointOperations() {
    return operations.sum();
  }
}
