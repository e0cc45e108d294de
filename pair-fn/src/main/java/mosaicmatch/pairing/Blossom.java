package mosaicmatch.pairing;

import java.util.Arrays;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.WeightedMultigraph;

/**
 * The matching of the highest total weight in a graph (V. Kolmogorov, "Blossom V: a new
 * implementation of a minimum cost perfect matching algorithm", Mathematical Programming
 * Computation 1, 2009). The algorithm matches everybody; so it gets the graph twice, each contender
 * joined to its double by a pair of no weight, which leaves it alone.
 *
 * <p>Weights are scores in whole steps of 2^-24: with fractions that have no exact sums, the
 * library can go on for ever (JGraphT's issue 1200). A total can be off by half a step a pair.
 */
final class Blossom {

  /** Twice the steps that 1 has, since halves of weights are made. */
  private static final double UNIT = 0x1p25;

  private final int size;
  private final WeightedMultigraph<Integer, Integer> graph = new WeightedMultigraph<>(null, null);
  private final KolmogorovWeightedPerfectMatching<Integer, Integer> algorithm;
  private int edges;

  /** The solution of a graph; takes seconds where there are thousands. */
  static Blossom solved(PairGraph pairs) {
    var blossom = new Blossom(pairs);
    blossom.algorithm.getMatching();
    return blossom;
  }

  private Blossom(PairGraph pairs) {
    size = pairs.size();
    for (int number = 0; number < 2 * size; number++) {
      graph.addVertex(number);
    }
    pairs.forEach(
        (one, other, score) -> {
          double cost = -2 * Math.rint(score * UNIT / 2);
          join(one, other, cost);
          join(one + size, other + size, cost);
        });
    for (int number = 0; number < size; number++) {
      join(number, number + size, 0);
    }
    algorithm = new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MINIMIZE);
  }

  private void join(int one, int other, double cost) {
    graph.addEdge(one, other, edges);
    graph.setEdgeWeight(edges, cost);
    edges++;
  }

  /** By number, with whom each is matched; with itself where it is left. */
  int[] mates() {
    var mates = new int[size];
    Arrays.setAll(mates, number -> number);
    for (int edge : algorithm.getMatching().getEdges()) {
      int one = graph.getEdgeSource(edge);
      int other = graph.getEdgeTarget(edge);
      if (one < size && other < size) {
        mates[one] = other;
        mates[other] = one;
      }
    }
    return mates;
  }

  /**
   * What it costs the total, at the most, to do without each contender: no pair that is missing in
   * the graph and scores less than both prices together could raise the total. Prices are the mean
   * dual variables of both doubles, with those of all blossoms that they are in.
   */
  double[] prices() {
    var prices = new double[size];
    algorithm
        .getDualSolution()
        .getDualVariables()
        .forEach((members, dual) -> members.forEach(v -> prices[v % size] -= dual / 2 / UNIT));
    return prices;
  }
}
