package mosaicmatch.plan;

/**
 * Where a list of unfinished work is kept, and how much it holds.
 *
 * @param key the list, one {@link RetryItem} a line
 * @param items how many lines
 * @param pairs how many of them are pairs
 * @param unmatchedBatches how many are batches of unmatched seekers
 */
public record RetryList(String key, int items, int pairs, int unmatchedBatches) {

  /** Checks the sum. */
  public RetryList {
    if (pairs < 0 || unmatchedBatches < 0 || items != pairs + unmatchedBatches) {
      throw new IllegalArgumentException("items must be the sum of pairs and unmatched_batches");
    }
  }
}
