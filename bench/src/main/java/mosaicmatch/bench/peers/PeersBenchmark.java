package mosaicmatch.bench.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.pairing.Settings;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;
import mosaicmatch.pairing.PairingSettings;

/** The engine against FAISS and hnswlib, each with a greedy loop in Python, on the same cores. */
public final class PeersBenchmark implements Benchmark {

  private static final long SEED = 21;
  private static final double CLUSTERED_THRESHOLD = 0.35;
  private static final int ROUNDS = 3;

  private final PythonPeer peer;
  private final Map<Integer, Double> flatGoals;
  private final int graph;
  private final int dimension;

  /** With the sizes of the goals. */
  public PeersBenchmark() {
    this(
        new PythonPeer(Path.of(System.getProperty("mosaic.root", "."))),
        Map.of(20_000, 4.0, 50_000, 6.0),
        50_000,
        768);
  }

  /**
   * With other sizes.
   *
   * @param peer whom to race
   * @param flatGoals how many times faster than FAISS, by pool size
   * @param graph the size of the pool for hnswlib
   * @param dimension components of each vector
   */
  PeersBenchmark(PythonPeer peer, Map<Integer, Double> flatGoals, int graph, int dimension) {
    this.peer = peer;
    this.flatGoals = new TreeMap<>(flatGoals);
    this.graph = graph;
    this.dimension = dimension;
  }

  @Override
  public List<Measure> run() throws Exception {
    var rows = new ArrayList<Measure>();
    for (var size : flatGoals.entrySet()) {
      rows.addAll(flat(size.getKey(), size.getValue()));
    }
    rows.addAll(graph());
    return rows;
  }

  private List<Measure> flat(int seekers, double goal) throws Exception {
    var name = "faster than FAISS flat + greedy, %d x %d, random".formatted(seekers, dimension);
    try {
      var race = race(Shape.RANDOM, seekers, Settings.forRandom(), Method.FLAT, ROUNDS);
      var batches = race(Shape.RANDOM, seekers, Settings.forRandom(), Method.BATCHES, 1);
      return List.of(
          new Measure(name, race.seconds().theirsByOurs(), "x", Goal.atLeast(goal)),
          new Measure("  engine", race.seconds().medianOfOurs(), "s"),
          new Measure("  FAISS flat + greedy", race.seconds().medianOfTheirs(), "s"),
          new Measure("  share of pairs that both make", race.shared(), ""),
          new Measure(
              "  faster than FAISS flat by batches among the rest (the engine's own way)",
              batches.seconds().theirsByOurs(),
              "x"));
    } catch (PeerMissingException e) {
      return List.of(Measure.missing(name, "x", Goal.atLeast(goal), e.getMessage() + ""));
    }
  }

  private List<Measure> graph() throws Exception {
    var goal = Goal.atLeast(4);
    var name = "faster than hnswlib + greedy, %d x %d, clustered".formatted(graph, dimension);
    try {
      var settings = Settings.greedy(CLUSTERED_THRESHOLD);
      var race = race(Shape.CLUSTERED, graph, settings, Method.GRAPH, ROUNDS);
      var facts = race.facts();
      var how =
          String.format(
              Locale.ROOT,
              "%s, M 16, ef_construction 100, ef %d, recall %.3f",
              facts.path("library").asText(),
              facts.path("ef").asInt(),
              facts.path("recall").asDouble());
      return List.of(
          new Measure(name, race.seconds().theirsByOurs(), "x", goal).noting(how),
          new Measure("  engine, exact", race.seconds().medianOfOurs(), "s"),
          new Measure("  hnswlib + greedy", race.seconds().medianOfTheirs(), "s"),
          new Measure("  of which the graph's building", facts.path("build").asDouble(), "s"),
          new Measure("  of which its query", facts.path("query").asDouble(), "s"),
          new Measure("  recall", facts.path("recall").asDouble(), ""),
          new Measure("  share of the exact plan's pairs that it makes", race.shared(), ""));
    } catch (PeerMissingException e) {
      return List.of(Measure.missing(name, "x", goal, e.getMessage() + ""));
    }
  }

  private Race race(Shape shape, int seekers, PairingSettings settings, Method method, int rounds)
      throws Exception {
    Progress.tell(
        "the engine and %s, %d x %d, %s, seed %d"
            .formatted(method.argument(), seekers, dimension, shape, SEED));
    var pool = BenchPool.of(shape, seekers, dimension, SEED);
    return Race.run(peer, method, pool, settings, rounds);
  }
}
