package mosaicmatch.lock;

import mosaicmatch.cycle.Cycle;

/** How an attempt to open a cycle ended. */
public sealed interface Opening {

  /** The execution holds the lock and runs the cycle. */
  record Opened(Cycle cycle) implements Opening {}

  /** Another execution holds the lock. */
  record Busy() implements Opening {}

  /** This cycle or a later one was already opened by another execution. */
  record AlreadyRun() implements Opening {}
}
