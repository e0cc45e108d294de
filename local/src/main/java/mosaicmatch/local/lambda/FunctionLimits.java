package mosaicmatch.local.lambda;

import java.time.Duration;

/**
 * What one function may use.
 *
 * @param timeout how long a call may take, up to 15 minutes
 * @param concurrency how many calls may run at a time
 * @param memoryMegabytes what its context says it has; nothing here enforces it
 */
public record FunctionLimits(Duration timeout, int concurrency, int memoryMegabytes) {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public FunctionLimits {
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout must be above zero and at most 15 minutes");
    }
    if (concurrency < 1 || memoryMegabytes < 1) {
      throw new IllegalArgumentException("concurrency and memory must be at least 1");
    }
  }
}
