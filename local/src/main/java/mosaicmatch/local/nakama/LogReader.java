package mosaicmatch.local.nakama;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a log from its start; a last line that a crash cut short does not count. */
final class LogReader {

  private final Path path;
  private final Consumer<Change> changes;
  private long line;
  private long end;

  private LogReader(Path path, Consumer<Change> changes) {
    this.path = path;
    this.changes = changes;
  }

  /**
   * Passes on every change, oldest first.
   *
   * @return where the last whole line ends, in bytes
   * @throws LogCorruptException if a line before the last is damaged
   */
  static long read(Path path, Consumer<Change> changes) throws IOException {
    LogReader reader = new LogReader(path, changes);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      reader.readLines(in);
    }
    return reader.end;
  }

  private void readLines(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        take(bytes.toByteArray(), in);
        bytes.reset();
      } else {
        bytes.write(next);
      }
    }
  }

  private void take(byte[] bytes, InputStream rest) throws IOException {
    line++;
    Optional<Change> change = LogLine.read(bytes);
    if (change.isPresent()) {
      changes.accept(change.get());
      end += bytes.length + 1;
    } else if (rest.read() >= 0) {
      throw new LogCorruptException(path, line);
    }
  }
}
