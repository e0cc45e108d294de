package mosaicmatch.pairing;

import java.util.Map;
import java.util.TreeMap;

/** Pairs that could be made, with their scores, in an order that depends on them alone. */
final class PairGraph {

  private final int size;
  private final TreeMap<Long, Double> scores = new TreeMap<>();

  /** No pairs yet among so many contenders. */
  PairGraph(int size) {
    this.size = size;
  }

  /** A pair that could be made. */
  @FunctionalInterface
  interface Visitor {
    void pair(int one, int other, double score);
  }

  /** How many contenders there are. */
  int size() {
    return size;
  }

  boolean contains(int one, int other) {
    return scores.containsKey(key(one, other));
  }

  void add(int one, int other, double score) {
    scores.put(key(one, other), score);
  }

  void forEach(Visitor visitor) {
    for (Map.Entry<Long, Double> pair : scores.entrySet()) {
      visitor.pair((int) (pair.getKey() / size), (int) (pair.getKey() % size), pair.getValue());
    }
  }

  private long key(int one, int other) {
    return (long) Math.min(one, other) * size + Math.max(one, other);
  }
}
