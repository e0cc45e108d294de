package mosaicmatch.plan;

import java.util.Iterator;

/** Counts a retry list's items by kind while they are written. */
final class CountedItems implements Iterator<RetryItem> {

  private final Iterator<? extends RetryItem> items;
  private int pairs;
  private int unmatchedBatches;

  CountedItems(Iterator<? extends RetryItem> items) {
    this.items = items;
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public RetryItem next() {
    var item = items.next();
    switch (item) {
      case PlannedPair _ -> pairs++;
      case UnmatchedBatch _ -> unmatchedBatches++;
    }
    return item;
  }

  RetryList listed(String key) {
    return new RetryList(key, pairs + unmatchedBatches, pairs, unmatchedBatches);
  }
}
