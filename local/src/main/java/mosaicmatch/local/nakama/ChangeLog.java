package mosaicmatch.local.nakama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Every change, in a file that only grows. Many callers share one wait for the disk. */
final class ChangeLog implements AutoCloseable {

  static final String FILE_NAME = "nakama.log";

  private final Path path;
  private final LogFile file;
  private final Object forcing = new Object();
  private long end;
  private long forcedTo;
  private Optional<LogUnwritableException> broken = Optional.empty();

  ChangeLog(Path path, LogFile file, long end) {
    this.path = path;
    this.file = file;
    this.end = end;
    this.forcedTo = end;
  }

  /** Opens the log of a folder, made if it is not there, and passes on what it holds. */
  static ChangeLog open(Path folder, Consumer<Change> changes) {
    Path path = folder.resolve(FILE_NAME);
    try {
      Files.createDirectories(folder);
      return open(path, LogFile.open(path), changes);
    } catch (IOException e) {
      throw new LogUnreadableException(path, e);
    }
  }

  private static ChangeLog open(Path path, LogFile file, Consumer<Change> changes)
      throws IOException {
    try {
      return new ChangeLog(path, file, LogReader.read(path, changes));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Writes a change; it outlives the process from here on.
   *
   * @throws LogUnwritableException if it is not in the log
   */
  synchronized void append(Change change) {
    byte[] line = LogLine.of(change);
    try {
      dropTornTail();
      file.write(end, line);
      end += line.length;
    } catch (IOException e) {
      throw LogUnwritableException.onWrite(path, e);
    }
  }

  private void dropTornTail() throws IOException {
    if (file.length() > end) {
      file.truncate(end);
    }
  }

  private synchronized long end() {
    return end;
  }

  /**
   * Waits until everything appended before this call outlives the machine.
   *
   * @throws LogUnwritableException if that can't be said
   */
  void force() {
    long wanted = end();
    synchronized (forcing) {
      if (forcedTo < wanted) {
        forceAll();
      }
    }
  }

  private void forceAll() {
    if (broken.isPresent()) {
      throw broken.get();
    }
    long reached = end();
    try {
      file.force();
      forcedTo = reached;
    } catch (IOException e) {
      LogUnwritableException thrown = LogUnwritableException.onForce(path, e);
      broken = Optional.of(thrown);
      throw thrown;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw LogUnwritableException.onWrite(path, e);
    }
  }
}
