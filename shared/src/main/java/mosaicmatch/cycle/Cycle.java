package mosaicmatch.cycle;

/**
 * A cycle as one execution runs it; every step hands it to the next.
 *
 * @param id which cycle
 * @param execution ARN of the execution that runs it, the owner of the lock
 * @param redriveCount how often that execution was redriven before this step, 0 or more
 * @param fence the lock's fence when this execution last took it; 0 in a dry run
 * @param dryRun true if the cycle only plans: it takes no lock and changes nobody's state
 */
public record Cycle(CycleId id, String execution, int redriveCount, long fence, boolean dryRun) {

  /** Checks the counts. */
  public Cycle {
    if (redriveCount < 0 || fence < 0) {
      throw new IllegalArgumentException("redrive_count and fence must not be negative");
    }
  }

  /** The same cycle under a newer fence. */
  public Cycle withFence(long newFence) {
    return new Cycle(id, execution, redriveCount, newFence, dryRun);
  }
}
