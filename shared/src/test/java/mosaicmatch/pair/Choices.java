package mosaicmatch.pair;

import java.util.ArrayList;
import java.util.List;

/** Walks through every sequence of choices that a run can make: depth first, one sequence a run. */
final class Choices {

  private final List<Integer> picked = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int at;

  /** The next choice of this run, 0 to {@code options} - 1. */
  int pick(int options) {
    if (at == picked.size()) {
      picked.add(0);
      bounds.add(options);
    }
    if (bounds.get(at) != options) {
      throw new IllegalStateException("the same choices led to a different run");
    }
    return picked.get(at++);
  }

  /** Moves on to the next sequence; false when all were walked. */
  boolean next() {
    at = 0;
    while (!picked.isEmpty()) {
      int last = picked.size() - 1;
      if (picked.get(last) + 1 < bounds.get(last)) {
        picked.set(last, picked.get(last) + 1);
        return true;
      }
      picked.remove(last);
      bounds.remove(last);
    }
    return false;
  }

  @Override
  public String toString() {
    return "choices " + picked;
  }
}
