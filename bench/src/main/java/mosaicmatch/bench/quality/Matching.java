package mosaicmatch.bench.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The matching of the highest total in a graph, with prices that prove it (V. Kolmogorov, "Blossom
 * V", Mathematical Programming Computation 1, 2009). Since nobody need be matched, the graph is
 * taken twice, and each seeker joined with their double at a score of 0: a perfect matching of both
 * is twice a matching of one.
 */
final class Matching {

  /** What is negligible: scores are differences of numbers around 1. */
  static final double NEGLIGIBLE = 1e-6;

  private final int seekers;
  private final List<Double> scores;

  /** By seeker and double: the prices of all the sets that they are in, added up. */
  private final double[] price;

  /** By seeker and double: the sets of several that they are in. */
  private final List<List<Priced>> sets;

  private final double total;
  private final double bound;

  private record Priced(Set<Integer> members, double price) {}

  private Matching(
      ScoreGraph graph,
      KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge> solver,
      SimpleWeightedGraph<Integer, DefaultWeightedEdge> doubled) {
    seekers = graph.seekers();
    var matched = new HashSet<>(solver.getMatching().getEdges());
    scores =
        matched.stream()
            .filter(edge -> doubled.getEdgeTarget(edge) < seekers)
            .filter(edge -> doubled.getEdgeSource(edge) < seekers)
            .map(edge -> -doubled.getEdgeWeight(edge))
            .toList();
    total = scores.stream().mapToDouble(score -> score).sum();
    price = new double[2 * seekers];
    sets = new ArrayList<>();
    for (int i = 0; i < 2 * seekers; i++) {
      sets.add(new ArrayList<>(0));
    }
    var prices = solver.getDualSolution().getDualVariables();
    keep(prices);
    bound = -prices.values().stream().mapToDouble(value -> value).sum() / 2;
  }

  private void keep(Map<Set<Integer>, Double> prices) {
    prices.forEach(
        (members, value) -> {
          var priced = new Priced(members, value);
          for (int member : members) {
            price[member] += value;
            if (members.size() > 1) {
              sets.get(member).add(priced);
            }
          }
        });
  }

  static Matching of(ScoreGraph graph) {
    var doubled = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    int seekers = graph.seekers();
    for (int i = 0; i < 2 * seekers; i++) {
      doubled.addVertex(i);
    }
    for (int i = 0; i < seekers; i++) {
      doubled.setEdgeWeight(doubled.addEdge(i, i + seekers), 0);
    }
    for (int pair = 0; pair < graph.size(); pair++) {
      int one = graph.one(pair);
      int other = graph.other(pair);
      doubled.setEdgeWeight(doubled.addEdge(one, other), -graph.score(pair));
      doubled.setEdgeWeight(doubled.addEdge(one + seekers, other + seekers), -graph.score(pair));
    }
    var solver =
        new KolmogorovWeightedPerfectMatching<Integer, DefaultWeightedEdge>(
            doubled, ObjectiveSense.MINIMIZE);
    return new Matching(graph, solver, doubled);
  }

  /** The scores of the pairs. */
  List<Double> scores() {
    return scores;
  }

  /** Their sum. */
  double total() {
    return total;
  }

  /** What no matching exceeds, if nobody undercuts the prices. */
  double bound() {
    return bound;
  }

  /** By how much a pair's score is more than the prices grant it; 0 or less, if it can't help. */
  double undercutBy(int one, int other, double score) {
    return Math.max(undercut(one, other, score), undercut(one + seekers, other + seekers, score));
  }

  private double undercut(int one, int other, double score) {
    double apart = score + price[one] + price[other];
    // Sets that hold both are not between them; most pairs need not be looked at so closely.
    return apart <= 0 ? apart : apart - 2 * together(one, other);
  }

  private double together(int one, int other) {
    double sum = 0;
    for (var set : sets.get(one)) {
      if (set.members().contains(other)) {
        sum += set.price();
      }
    }
    return sum;
  }
}
