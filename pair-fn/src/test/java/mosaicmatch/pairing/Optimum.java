package mosaicmatch.pairing;

import java.util.Comparator;
import java.util.List;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.Seeker;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;

/** The highest total score that pairs of a pool can have, found by means of its own. */
final class Optimum {

  private final ObviousGreedy rules;
  private final List<Seeker> seekers;

  Optimum(PairingInput input) {
    rules = new ObviousGreedy(input);
    seekers = input.seekers().stream().sorted(Comparator.comparing(Seeker::userId)).toList();
  }

  static double total(Pairing pairing) {
    return pairing.pairs().stream().mapToDouble(PlannedPair::score).sum();
  }

  /** By trying every way to pair; for up to a dozen seekers. */
  double byTryingAll() {
    return best((1 << seekers.size()) - 1);
  }

  private double best(int left) {
    if (left == 0) {
      return 0;
    }
    int one = Integer.numberOfTrailingZeros(left);
    int others = left & ~(1 << one);
    double best = best(others);
    for (int rest = others; rest != 0; rest &= rest - 1) {
      int other = Integer.numberOfTrailingZeros(rest);
      if (rules.isAllowed(seekers.get(one), seekers.get(other))) {
        double score = rules.score(seekers.get(one), seekers.get(other));
        best = Math.max(best, score + best(others & ~(1 << other)));
      }
    }
    return best;
  }

  /** By the library's own matching of the graph of all allowed pairs; for a few hundred seekers. */
  double byBlossom() {
    var graph =
        new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(
            SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
    seekers.forEach(seeker -> graph.addVertex());
    for (int one = 0; one < seekers.size(); one++) {
      for (int other = one + 1; other < seekers.size(); other++) {
        if (rules.isAllowed(seekers.get(one), seekers.get(other))) {
          var edge = graph.addEdge(one, other);
          graph.setEdgeWeight(edge, rules.score(seekers.get(one), seekers.get(other)));
        }
      }
    }
    return new KolmogorovWeightedMatching<>(graph).getMatching().getWeight();
  }
}
