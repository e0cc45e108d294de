package mosaicmatch.bench.pairing;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.measure.Stopwatch;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;

/** The engine against the obvious loop, which must come to the same pairs. */
final class AgainstObviousLoop {

  private static final int ROUNDS = 3;
  private static final long SEED = 12;

  private final int seekers;
  private final int dimension;

  AgainstObviousLoop(int seekers, int dimension) {
    this.seekers = seekers;
    this.dimension = dimension;
  }

  List<Measure> measure() throws Exception {
    Progress.tell("the obvious loop, %d x %d, random, seed %d".formatted(seekers, dimension, SEED));
    var pool = BenchPool.of(Shape.RANDOM, seekers, dimension, SEED);
    var input = pool.input(Settings.forRandom());
    var loop = new ObviousLoop(pool, Settings.forRandom());
    var plan = Engine.run(input).pairing();
    var obvious = new ArrayList<PairKey>();
    var seconds =
        Rounds.of(
            ROUNDS,
            () -> Engine.run(input).seconds(),
            () ->
                Stopwatch.seconds(
                    () -> {
                      obvious.clear();
                      obvious.addAll(loop.pairs());
                    }));
    if (!plan.pairs().stream().map(PlannedPair::pairKey).toList().equals(obvious)) {
      throw new IllegalStateException("the obvious loop came to other pairs");
    }
    var name = "%d x %d".formatted(seekers, dimension);
    return List.of(
        new Measure(
            "faster than the obvious loop, same pairs, " + name,
            seconds.theirsByOurs(),
            "x",
            Goal.atLeast(25)),
        new Measure("  engine, " + name, seconds.medianOfOurs(), "s"),
        new Measure("  obvious loop, " + name, seconds.medianOfTheirs(), "s"));
  }
}
