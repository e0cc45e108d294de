package mosaicmatch.local.progress;

/**
 * How far a step has come.
 *
 * @param step its name, such as {@code ProcessPairs}
 * @param unit what it counts, such as {@code pairs}
 * @param done how many are done
 * @param total how many there are to do; 0 when the step counts nothing, or does not know yet
 */
public record Progress(String step, String unit, long done, long total) {

  /**
   * Checks the counts; more done than planned counts as all done.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public Progress {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException("done and total must not be negative");
    }
    done = total > 0 ? Math.min(done, total) : done;
  }

  /** A step that counts nothing. */
  public static Progress of(String step) {
    return new Progress(step, "", 0, 0);
  }

  boolean counts() {
    return total > 0;
  }
}
