package mosaicmatch.postmatch;

/**
 * What became of a batch of unmatched seekers.
 *
 * @param kind {@code unmatched}
 * @param counted for how many a missed cycle was counted now
 * @param seekers how many are in the batch
 */
record UpdatedUnmatched(String kind, int counted, int seekers) {

  UpdatedUnmatched(int counted, int seekers) {
    this("unmatched", counted, seekers);
  }
}
