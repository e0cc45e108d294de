package mosaicmatch.report;

import java.time.Duration;
import java.util.Optional;

/**
 * A seeker of the pool.
 *
 * @param userId who
 * @param text what their chats say about them, blank when it is no longer kept; empty in a report
 *     without texts
 * @param waited from their opt-in to the moment the pool was read, not negative
 * @param missedCycles cycles that left them unmatched so far
 * @param boost their wait boost, 0 to 1
 */
public record ReportedSeeker(
    String userId, Optional<String> text, Duration waited, int missedCycles, double boost) {

  /**
   * Checks the numbers; clocks of two machines may differ, so a negative wait counts as none.
   *
   * @throws IllegalArgumentException if the boost is no number or the missed cycles are negative
   */
  public ReportedSeeker {
    waited = waited.isNegative() ? Duration.ZERO : waited;
    Check.finite("boost", boost);
    Check.notNegative("missedCycles", missedCycles);
  }
}
