package mosaicmatch.local.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Seeds that have failed once, one a line, with what they broke behind a {@code #}; every later
 * build runs them first.
 */
final class FailingSeeds {

  private final Path file;

  FailingSeeds(Path file) {
    this.file = file;
  }

  /** Those of the project. */
  static FailingSeeds ofTheProject() {
    return new FailingSeeds(
        Path.of(System.getProperty("mosaic.root"), "local/src/test/seeds/failing-seeds.txt"));
  }

  List<Long> read() {
    try (var lines = Files.lines(file)) {
      return lines
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a seed, unless it is there. */
  void add(long seed, String broken) {
    if (read().contains(seed)) {
      return;
    }
    try {
      var line = seed + " # " + broken.lines().findFirst().orElse("") + System.lineSeparator();
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
