package mosaicmatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Median;
import mosaicmatch.bench.measure.Progress;

/** A whole cycle as a user runs it, the engine below it, and the build that makes both. */
final class CycleBenchmark implements Benchmark {

  private static final int RUNS = 3;
  private static final int PEOPLE = 2_000;
  private static final int MANY_ITEMS = 100_000;

  @Override
  public List<Measure> run() throws Exception {
    var root = Path.of(System.getProperty("mosaic.root", "."));
    var rows = new ArrayList<Measure>();
    rows.addAll(sampleRuns(root));
    rows.add(pairsPerSecond(root));
    rows.addAll(engine());
    rows.add(BuildBenchmark.fromEmptyCache(root));
    return rows;
  }

  private static List<Measure> sampleRuns(Path root) throws IOException, InterruptedException {
    var fresh = new ArrayList<Double>();
    var kept = new ArrayList<Double>();
    for (int i = 0; i < RUNS; i++) {
      Progress.tell("mosaic run, " + (i + 1) + " of " + RUNS);
      try (var mosaic = new MosaicProcess(root)) {
        fresh.add(mosaic.run("run", "--json").seconds());
        kept.add(mosaic.run("run", "--json").seconds());
      }
    }
    return List.of(
        new Measure("mosaic run, sample, nothing kept", Median.of(fresh), "s", Goal.atMost(30)),
        new Measure("mosaic run, sample, embeddings kept", Median.of(kept), "s", Goal.atMost(15)));
  }

  /** The threshold lets everybody be paired, so that the number of pairs is known. */
  private static Measure pairsPerSecond(Path root) throws IOException, InterruptedException {
    Progress.tell("mosaic run, " + PEOPLE + " people");
    try (var mosaic = new MosaicProcess(root).with("MOSAIC_THRESHOLD", "-1")) {
      var people = Files.createTempFile("people", ".jsonl");
      ManyPeople.write(people, PEOPLE);
      var outcome = mosaic.run("run", "--people", people.toString(), "--json").json();
      Files.delete(people);
      var pairs = outcome.at("/summary/completed").asDouble();
      var events = mosaic.run("history", "--json").json();
      return new Measure(
          "pairs through map, audit table and stand-in",
          pairs / StateSpan.seconds(events, "ProcessPairs"),
          "pairs/s",
          Goal.atLeast(150));
    }
  }

  private static List<Measure> engine() throws Exception {
    Progress.tell("a distributed map of " + MANY_ITEMS + " items");
    var run = EngineMap.run(MANY_ITEMS);
    return List.of(
        new Measure(
            "engine, per item of a map of 100,000, no I/O in the task",
            run.seconds() * 1_000 / MANY_ITEMS,
            "ms",
            Goal.atMost(1)),
        new Measure(
            "engine, peak heap of that map", run.peakHeapMebibytes(), "MiB", Goal.atMost(1_024)));
  }
}
