package mosaicmatch.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.pairing.Engine;
import mosaicmatch.bench.pairing.Settings;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;
import mosaicmatch.pairing.Strategies;

/** Every strategy's plan against the plan of the highest total score. */
public final class QualityBenchmark implements Benchmark {

  private static final long SEED = 31;
  private static final double THRESHOLD = 0.35;
  private static final int PARTNERS = 16;
  private static final String MAXIMUM_WEIGHT = "maximum-weight";

  private static final Goal DENSE = Goal.atLeast(0.995);
  private static final Goal SPARSE = Goal.atLeast(0.99);
  private static final Goal SPARSE_SECONDS = Goal.atMost(60);

  private final int dense;
  private final int sparse;
  private final int dimension;

  /** With pools of these sizes: one where all pairs count, one where each seeker's best do. */
  public QualityBenchmark(int dense, int sparse, int dimension) {
    this.dense = dense;
    this.sparse = sparse;
    this.dimension = dimension;
  }

  @Override
  public List<Measure> run() {
    var rows = new ArrayList<Measure>(dense());
    rows.addAll(sparse());
    return rows;
  }

  private List<Measure> dense() {
    var pool = pool(dense);
    var optimum = Optimum.ofAll(new PoolScores(pool, Settings.greedy(THRESHOLD)));
    var quality = new PlanQuality(pool, optimum);
    var rows = new ArrayList<Measure>();
    for (var strategy : Strategies.names()) {
      var plan = run(pool, strategy).pairing();
      rows.add(total(strategy, "optimum", dense, quality.share(plan), DENSE));
      rows.addAll(quality.rows(strategy, plan));
    }
    if (!Strategies.names().contains(MAXIMUM_WEIGHT)) {
      rows.add(missing(name(MAXIMUM_WEIGHT, "optimum", dense), "x", DENSE));
    }
    return rows;
  }

  private List<Measure> sparse() {
    var pool = pool(sparse);
    Progress.tell("the optimum among each seeker's best %d".formatted(PARTNERS));
    var scores = new PoolScores(pool, Settings.greedy(THRESHOLD));
    var quality = new PlanQuality(pool, Optimum.of(scores.best(Math.min(PARTNERS, sparse - 1))));
    var rows = new ArrayList<Measure>();
    for (var strategy : Strategies.names()) {
      var run = run(pool, strategy);
      rows.add(total(strategy, "sparse optimum", sparse, quality.share(run.pairing()), SPARSE));
      rows.add(
          strategy.equals(MAXIMUM_WEIGHT)
              ? new Measure(seconds(strategy), run.seconds(), "s", SPARSE_SECONDS)
              : new Measure("  " + seconds(strategy), run.seconds(), "s"));
    }
    if (!Strategies.names().contains(MAXIMUM_WEIGHT)) {
      rows.add(missing(name(MAXIMUM_WEIGHT, "sparse optimum", sparse), "x", SPARSE));
      rows.add(missing(seconds(MAXIMUM_WEIGHT), "s", SPARSE_SECONDS));
    }
    return rows;
  }

  private BenchPool pool(int seekers) {
    Progress.tell("quality, %d x %d, power law, seed %d".formatted(seekers, dimension, SEED));
    return BenchPool.of(Shape.POWER_LAW, seekers, dimension, SEED);
  }

  private static Engine.Run run(BenchPool pool, String strategy) {
    var run = Engine.run(pool.input(Settings.strategy(strategy, THRESHOLD)));
    Progress.tell(String.format(Locale.ROOT, "%s took %.1f s", strategy, run.seconds()));
    return run;
  }

  /** Only the strategy that is made for it has the total as its goal. */
  private static Measure total(String strategy, String of, int seekers, double share, Goal goal) {
    return strategy.equals(MAXIMUM_WEIGHT)
        ? new Measure(name(strategy, of, seekers), share, "x", goal)
        : new Measure(name(strategy, of, seekers), share, "x");
  }

  private static String name(String strategy, String of, int seekers) {
    return "%s, total score of the %s, %d".formatted(strategy, of, seekers);
  }

  private String seconds(String strategy) {
    return "%s, %d x %d".formatted(strategy, sparse, dimension);
  }

  private static Measure missing(String name, String unit, Goal goal) {
    return Measure.missing(name, unit, goal, "this build has no strategy " + MAXIMUM_WEIGHT);
  }
}
