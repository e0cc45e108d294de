package mosaicmatch.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks through every sequence of choices that a run can make: depth first, one sequence a run.
 * Sequences with different beginnings can be walked by different walkers.
 */
public final class Choices implements Decisions {

  private final List<Integer> picked;
  private final List<Integer> bounds = new ArrayList<>();
  private final int fixed;
  private int at;

  /** Walks through all sequences. */
  public Choices() {
    this(List.of());
  }

  /** Walks through those that begin like this. */
  Choices(List<Integer> beginning) {
    picked = new ArrayList<>(beginning);
    fixed = beginning.size();
  }

  @Override
  public int pick(int options) {
    if (at == picked.size()) {
      picked.add(0);
    }
    if (at == bounds.size()) {
      bounds.add(options);
    }
    if (bounds.get(at) != options) {
      throw new AssertionError("the same choices led to a different run");
    }
    return picked.get(at++);
  }

  /** Moves on to the next sequence; false when all were walked. */
  public boolean next() {
    at = 0;
    while (picked.size() > fixed) {
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

  /** Forgets all choices but the first, so that the next sequence differs in one of those. */
  void cut(int length) {
    while (picked.size() > length) {
      picked.removeLast();
      bounds.removeLast();
    }
  }

  /** What this run has picked so far. */
  List<Integer> picked() {
    return List.copyOf(picked);
  }

  @Override
  public String toString() {
    return "choices " + picked;
  }
}
