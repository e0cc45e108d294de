package mosaicmatch.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JVM of its own for what needs a heap, options or an environment of its own. It has this one's
 * class path and its modules and properties; it writes where this one writes.
 */
public final class ChildJvm {

  private static final List<String> HANDED_DOWN =
      List.of("--add-modules=", "--enable-native-access=", "-D");

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  /** With a heap of this size at the most, such as {@code 1g}. */
  public ChildJvm(String heap) {
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> HANDED_DOWN.stream().anyMatch(option::startsWith))
        .forEach(options::add);
    options.add("-Xmx" + heap);
  }

  /** With another option. */
  public ChildJvm with(String option) {
    options.add(option);
    return this;
  }

  /** With variables of the environment. */
  public ChildJvm with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /**
   * Runs a main class.
   *
   * @throws IllegalStateException if it fails
   */
  public void run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    int exitCode = start(main, arguments).waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with " + exitCode);
    }
  }

  /**
   * Runs a main class, and says with which code it ended; one that takes longer than it may is
   * ended.
   */
  public int exitCode(Duration limit, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var process = start(main, arguments);
    if (!process.waitFor(limit)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  private Process start(Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    return builder.start();
  }
}
