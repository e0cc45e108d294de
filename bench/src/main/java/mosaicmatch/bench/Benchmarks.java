package mosaicmatch.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code bench/run NAME [--json FILE]}. */
public final class Benchmarks {

  private static final int USAGE = 2;

  private static final Map<String, Benchmark> BY_NAME =
      Map.of("cycle", new CycleBenchmark(), "start", new StartBenchmark());

  private Benchmarks() {}

  /**
   * Runs one benchmark.
   *
   * @param args its name, then perhaps {@code --json} and a file
   * @throws Exception if the benchmark could not be run to its end
   */
  public static void main(String[] args) throws Exception {
    var arguments = List.copyOf(Arrays.asList(args));
    var benchmark = arguments.stream().findFirst().flatMap(Benchmarks::byName);
    if (benchmark.isEmpty() || !(arguments.size() == 1 || jsonFile(arguments).isPresent())) {
      System.err.println("usage: bench/run NAME [--json FILE], NAME one of " + BY_NAME.keySet());
      System.exit(USAGE);
      return;
    }
    var table = new Table(benchmark.get().run());
    System.out.print(table.render());
    if (jsonFile(arguments).isPresent()) {
      table.write(jsonFile(arguments).get());
    }
  }

  private static Optional<Benchmark> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Optional<Path> jsonFile(List<String> arguments) {
    return arguments.size() == 3 && arguments.get(1).equals("--json")
        ? Optional.of(Path.of(arguments.get(2)))
        : Optional.empty();
  }
}
