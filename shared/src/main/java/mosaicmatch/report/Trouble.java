package mosaicmatch.report;

/**
 * A kind of error that the cycle met in one of its steps.
 *
 * @param step the state's name
 * @param error the error's name, such as {@code NakamaUnavailableException}
 * @param times how often it was met, from 1
 * @param recovered true if a retry made up for it every time
 */
public record Trouble(String step, String error, long times, boolean recovered) {

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Trouble {
    Check.notNegative("times", times);
  }
}
