package mosaicmatch.pool;

import java.time.Instant;

/**
 * Where a cycle's pool is kept, and how much it holds.
 *
 * @param key the pool, one {@link Seeker} a line; beside it, who was left out, one {@link
 *     LeftOutSeeker} a line
 * @param seekers how many seekers
 * @param leftOut how many waiting seekers are not in it, and why
 * @param clock the clock reading that the pool and its wait boosts rest on
 * @param enough false if there are too few to pair
 */
public record Pool(String key, int seekers, LeftOut leftOut, Instant clock, boolean enough) {

  /**
   * Waiting seekers who are not in the pool.
   *
   * @param liveClaim in a pair that is under way
   * @param consumed with an opt-in that led to a match before
   * @param overLimit beyond the largest pool allowed
   */
  public record LeftOut(int liveClaim, int consumed, int overLimit) {}
}
