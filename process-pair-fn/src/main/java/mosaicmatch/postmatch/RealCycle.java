package mosaicmatch.postmatch;

import mosaicmatch.cycle.Cycle;

/** Keeps dry runs from changing anything. */
final class RealCycle {

  private RealCycle() {}

  static void check(Cycle cycle) {
    if (cycle.dryRun() || cycle.id().isDryRun()) {
      throw new IllegalArgumentException("cycle must not be a dry run: those only plan");
    }
  }
}
