package mosaicmatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Folders;
import mosaicmatch.bench.measure.Goal;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.measure.Median;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.local.sandbox.ColdStart;
import mosaicmatch.local.sandbox.ColdStart.Form;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;

/**
 * How long packaged functions take from the start of their JVM to their first request for an event,
 * with an AOT cache and without. The variants take turns, so that a busy moment strikes them all.
 */
final class StartBenchmark implements Benchmark {

  private static final int RUNS = 5;
  private static final List<String> FUNCTIONS = List.of("ComputePairs", "ProcessPair");

  /** One way to start. */
  private record Variant(String name, Form form, List<String> options, double goalSeconds) {}

  @Override
  public List<Measure> run() throws Exception {
    var root = Path.of(System.getProperty("mosaic.root", "."));
    var template = SamTemplate.read(root.resolve("template.yaml"));
    var rows = new ArrayList<Measure>();
    for (var name : FUNCTIONS) {
      rows.addAll(measure(template.function(name).orElseThrow(), root));
    }
    return rows;
  }

  private static List<Measure> measure(TemplateFunction function, Path root)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("start-bench-");
    try {
      var start = new ColdStart(function, root, folder);
      var variants = variants(start);
      var seconds = new LinkedHashMap<Variant, List<Double>>();
      for (int i = 0; i < RUNS; i++) {
        Progress.tell(function.name() + ", " + (i + 1) + " of " + RUNS);
        for (var variant : variants) {
          seconds
              .computeIfAbsent(variant, first -> new ArrayList<>())
              .add(start.once(variant.form(), variant.options()).toNanos() / 1e9);
        }
      }
      return rows(function, seconds);
    } finally {
      Folders.delete(folder);
    }
  }

  private static List<Variant> variants(ColdStart start) throws IOException, InterruptedException {
    Progress.tell("training AOT caches");
    return List.of(
        new Variant("as deployed", Form.UNPACKED, List.of(), 1.5),
        new Variant("as deployed, AOT cache", Form.UNPACKED, cache(start, Form.UNPACKED), 1.5),
        new Variant("jar on class path", Form.ON_CLASS_PATH, List.of(), 1.5),
        new Variant(
            "jar on class path, AOT cache",
            Form.ON_CLASS_PATH,
            cache(start, Form.ON_CLASS_PATH),
            0.7));
  }

  private static List<String> cache(ColdStart start, Form form)
      throws IOException, InterruptedException {
    return List.of("-XX:AOTCache=" + start.trained(form), "-XX:AOTMode=auto");
  }

  private static List<Measure> rows(
      TemplateFunction function, Map<Variant, List<Double>> secondsByVariant) {
    return secondsByVariant.entrySet().stream()
        .map(
            entry ->
                new Measure(
                    function.name() + ", " + entry.getKey().name(),
                    Median.of(entry.getValue()),
                    "s",
                    Goal.atMost(entry.getKey().goalSeconds())))
        .toList();
  }
}
