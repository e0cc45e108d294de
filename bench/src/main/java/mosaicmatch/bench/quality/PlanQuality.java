package mosaicmatch.bench.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.pairing.Pairing;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/** What a strategy's plan is worth, as rows beside the optimum. */
final class PlanQuality {

  private final BenchPool pool;
  private final Optimum optimum;

  PlanQuality(BenchPool pool, Optimum optimum) {
    this.pool = pool;
    this.optimum = optimum;
  }

  /** The sum of a plan's scores as a share of the optimum. */
  double share(Pairing plan) {
    return total(plan) / optimum.total();
  }

  private static double total(Pairing plan) {
    return plan.pairs().stream().mapToDouble(PlannedPair::score).sum();
  }

  List<Measure> rows(String strategy, Pairing plan) {
    int pairs = plan.pairs().size();
    var rows = new ArrayList<Measure>();
    rows.add(
        new Measure("  " + strategy + ", share matched", 2.0 * pairs / pool.seekers().size(), ""));
    rows.add(
        new Measure(
            "  " + strategy + ", mean score of its mean",
            total(plan) / Math.max(1, pairs) / optimum.mean(),
            "x optimum"));
    rows.addAll(waits(strategy, plan));
    for (int decile = 1; decile <= 9; decile++) {
      rows.add(
          new Measure(
              "  %s, pairs below decile %d of the optimum's".formatted(strategy, decile),
              below(plan, decile) / (double) Math.max(1, pairs),
              ""));
    }
    return rows;
  }

  private List<Measure> waits(String strategy, Pairing plan) {
    var places = new HashMap<SeekerId, Integer>();
    pool.seekers().forEach(seeker -> places.put(seeker.userId(), places.size()));
    double last = Math.max(1, pool.seekers().size() - 1);
    double percentile =
        plan.unmatched().stream()
            .mapToDouble(left -> 100 * (1 - places.getOrDefault(left.userId(), 0) / last))
            .average()
            .orElse(0);
    double hours =
        plan.unmatched().stream()
            .map(left -> Duration.between(left.optedInAt(), pool.now()).toMinutes() / 60.0)
            .reduce(0.0, Math::max);
    return List.of(
        new Measure(
            "  " + strategy + ", mean waiting percentile of those left out", percentile, ""),
        new Measure("  " + strategy + ", longest wait of those left out", hours, "h"));
  }

  /** How many of a plan's pairs score less than that share of the optimum's pairs does. */
  private long below(Pairing plan, int decile) {
    var sorted = optimum.scores().stream().sorted().toList();
    if (sorted.isEmpty()) {
      return 0;
    }
    double limit = sorted.get(sorted.size() * decile / 10);
    return plan.pairs().stream().filter(pair -> pair.score() < limit).count();
  }
}
