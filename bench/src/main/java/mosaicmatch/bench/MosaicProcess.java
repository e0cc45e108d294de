package mosaicmatch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mosaicmatch.bench.measure.Folders;

/** The mosaic command as a process of its own, in a home folder that is deleted at the end. */
final class MosaicProcess implements AutoCloseable {

  private static final long DEADLINE_MINUTES = 10;

  private final Path root;
  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();

  MosaicProcess(Path root) throws IOException {
    this.root = root;
    this.folder = Files.createTempDirectory("mosaic-bench-");
    settings.put("MOSAIC_HOME", folder.resolve("home").toString());
  }

  MosaicProcess with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /**
   * What a command did.
   *
   * @param seconds from its start to its end
   * @param out what it printed
   */
  record Ended(double seconds, String out) {

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it fails, or takes more than ten minutes
   */
  Ended run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("mosaic").toString()));
    command.addAll(List.of(arguments));
    var out = folder.resolve("out");
    var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.redirectError(folder.resolve("err").toFile()).environment().putAll(settings);
    long start = System.nanoTime();
    var process = builder.start();
    if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          command + " failed: " + Files.readString(folder.resolve("err")));
    }
    return new Ended(seconds, Files.readString(out));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
