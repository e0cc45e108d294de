package mosaicmatch.bench.pairing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.RealTexts;
import mosaicmatch.bench.pools.RealTextsMissingException;
import mosaicmatch.bench.pools.Shape;
import mosaicmatch.pairing.PairingInput;

/** What it saves, and what it costs in vain, not to finish products that can't matter. */
final class PrefixBound {

  private static final int ROUNDS = 5;
  private static final long SEED = 14;
  private static final double GOALS_THRESHOLD = 0.5;
  private static final List<Double> OTHER_THRESHOLDS = List.of(0.35, 0.6, 0.7);

  private final int seekers;

  PrefixBound(int seekers) {
    this.seekers = seekers;
  }

  /** On embeddings of package descriptions, at several thresholds. */
  List<Measure> onRealTexts() throws Exception {
    var goal = Goal.atLeast(2.5);
    try {
      var vectors = RealTexts.embeddings(seekers);
      var pool = BenchPool.of(vectors, SEED);
      var rows = new ArrayList<Measure>();
      double atGoals = faster(pool.input(Settings.greedy(GOALS_THRESHOLD)));
      rows.add(new Measure(name(vectors.length, GOALS_THRESHOLD), atGoals, "x", goal));
      for (double threshold : OTHER_THRESHOLDS) {
        double faster = faster(pool.input(Settings.greedy(threshold)));
        rows.add(new Measure("  " + name(vectors.length, threshold), faster, "x"));
      }
      return rows;
    } catch (RealTextsMissingException | IOException e) {
      var why = String.valueOf(e.getMessage());
      return List.of(Measure.missing(name(seekers, GOALS_THRESHOLD), "x", goal, why));
    }
  }

  private static String name(int texts, double threshold) {
    return "prefix bound against dense, %d real texts, threshold %s".formatted(texts, threshold);
  }

  private static double faster(PairingInput input) throws Exception {
    Progress.tell("prefix bound, threshold " + input.settings().threshold());
    return seconds(input).theirsByOurs();
  }

  /** On vectors of which no part tells anything about the rest. */
  Measure onRandomVectors(int dimension) throws Exception {
    Progress.tell("prefix bound, %d x %d, random, seed %d".formatted(seekers, dimension, SEED));
    var pool = BenchPool.of(Shape.RANDOM, seekers, dimension, SEED);
    double times = seconds(pool.input(Settings.forRandom())).oursByTheirs();
    return new Measure(
        "prefix bound where it can't win, time against dense, %d random".formatted(seekers),
        times,
        "x",
        Goal.atMost(1.03));
  }

  private static Rounds seconds(PairingInput input) throws Exception {
    var plan = Engine.run(input).pairing();
    if (!Engine.runDense(input).pairing().equals(plan)) {
      throw new IllegalStateException("the dense path came to another plan");
    }
    return Rounds.of(
        ROUNDS, () -> Engine.run(input).seconds(), () -> Engine.runDense(input).seconds());
  }
}
