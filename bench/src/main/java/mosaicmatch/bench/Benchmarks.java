package mosaicmatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mosaicmatch.bench.kernel.KernelBenchmark;
import mosaicmatch.bench.measure.Benchmark;
import mosaicmatch.bench.measure.Table;
import mosaicmatch.bench.pairing.PairingBenchmark;
import mosaicmatch.bench.pairing.PairingBenchmark.Sizes;
import mosaicmatch.bench.peers.PeersBenchmark;
import mosaicmatch.bench.quality.QualityBenchmark;

/** The command {@code bench/run NAME [--json FILE]}, and {@code bench/run markdown FILE...}. */
public final class Benchmarks {

  private static final int USAGE = 2;
  private static final String MARKDOWN = "markdown";
  private static final String ROWS = "rows";

  private static final Map<String, Benchmark> BY_NAME =
      new TreeMap<>(
          Map.of(
              "cycle",
              new CycleBenchmark(),
              "start",
              new StartBenchmark(),
              "kernel",
              new KernelBenchmark(3_072, 9),
              "pairing",
              new PairingBenchmark(Sizes.GOALS),
              "peers",
              new PeersBenchmark(),
              "quality",
              new QualityBenchmark(5_000, 50_000, 768)));

  private Benchmarks() {}

  /**
   * Runs one benchmark, or shows rows that were written before: {@code rows FILE... [--json FILE]}
   * all together, {@code markdown FILE...} for a document.
   *
   * @param args its name, then perhaps {@code --json} and a file
   * @throws Exception if the benchmark could not be run to its end
   */
  public static void main(String[] args) throws Exception {
    var arguments = List.copyOf(Arrays.asList(args));
    var json = jsonFile(arguments);
    var rest = json.isPresent() ? arguments.subList(0, arguments.size() - 2) : arguments;
    var table = rest.isEmpty() ? Optional.<Table>empty() : table(rest);
    if (table.isEmpty()) {
      System.err.println(
          "usage: bench/run NAME [--json FILE], NAME one of " + BY_NAME.keySet() + " or all");
      System.err.println("       bench/run markdown FILE...");
      System.exit(USAGE);
      return;
    }
    boolean markdown = rest.getFirst().equals(MARKDOWN);
    System.out.print(markdown ? table.get().markdown() : table.get().render());
    if (json.isPresent()) {
      write(table.get(), json.get());
    }
  }

  private static Optional<Table> table(List<String> arguments) throws Exception {
    var name = arguments.getFirst();
    if (name.equals(ROWS) || name.equals(MARKDOWN)) {
      return Optional.of(Table.read(arguments.stream().skip(1).map(Path::of).toList()));
    }
    var benchmark = BY_NAME.get(name);
    return benchmark == null || arguments.size() > 1
        ? Optional.empty()
        : Optional.of(new Table(benchmark.run()));
  }

  private static void write(Table table, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    table.write(file);
  }

  private static Optional<Path> jsonFile(List<String> arguments) {
    int last = arguments.size() - 1;
    return last >= 2 && arguments.get(last - 1).equals("--json")
        ? Optional.of(Path.of(arguments.get(last)))
        : Optional.empty();
  }
}
