package mosaicmatch.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of the local system: tables, objects, journal, rooms, secrets and reports, each in a
 * place of its own. One process at a time works in it.
 */
public final class Home implements AutoCloseable {

  /** The folder of report pages. */
  public static final String REPORTS = "reports";

  /** The folder of the log. */
  public static final String LOGS = "logs";

  /** The folder of what functions run with. */
  public static final String FUNCTIONS = "functions";

  /** Where the system that runs in the folder is reached. */
  public static final String ENDPOINTS = "endpoints.json";

  /** The rules that start cycles and reconciliations. */
  public static final String RULES = "rules.json";

  /** What {@code sam local invoke} gives functions as their environment. */
  public static final String SAM_ENVIRONMENT = "env.json";

  /** How the local AWS services are reached and with which key, in the form of AWS's own file. */
  public static final String AWS_CONFIG = "aws-config";

  /** The folder of what commands on AWS write. */
  public static final String AWS = "aws";

  private static final String LOCK_FILE = "mosaic.lock";

  /** What belongs to the running system, or is for people. */
  private static final List<String> NOT_COPIED =
      List.of(LOCK_FILE, ENDPOINTS, SAM_ENVIRONMENT, AWS_CONFIG, AWS, LOGS, REPORTS);

  /** Everything that the local system keeps: what clearing deletes, and nothing else. */
  private static final List<String> CONTENTS =
      List.of(
          "dynamodb",
          "s3",
          "secrets.json",
          "nakama",
          "traits",
          "executions",
          "texts.json",
          AWS,
          RULES,
          ENDPOINTS,
          SAM_ENVIRONMENT,
          AWS_CONFIG,
          REPORTS,
          LOGS,
          FUNCTIONS,
          LOCK_FILE);

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private Home(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and takes it for this process.
   *
   * @throws HomeInUseException if another process works in it
   * @throws IOException if it can't be made or written
   */
  public static Home open(Path root) throws IOException {
    Files.createDirectories(root);
    var file = root.resolve(LOCK_FILE);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        throw new HomeInUseException(root, Files.readString(file).strip());
      }
      var pid = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0).write(StandardCharsets.UTF_8.encode(pid + "\n"), 0);
      return new Home(root, channel, lock);
    } catch (OverlappingFileLockException | HomeInUseException e) {
      channel.close();
      throw e instanceof HomeInUseException ? e : new HomeInUseException(root, "this process");
    }
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** A folder or file within it. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /**
   * Deletes what the local system keeps here, and the folder itself if nothing else is in it.
   *
   * @throws IOException if something can't be deleted
   */
  public void clear() throws IOException {
    for (var name : CONTENTS) {
      deleteTree(resolve(name));
    }
    try (var rest = Files.list(root)) {
      if (rest.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(root);
  }

  /** Copies what the local system keeps here, but for what belongs to the running one. */
  void copyTo(Path target) throws IOException {
    for (var name : CONTENTS) {
      if (!NOT_COPIED.contains(name)) {
        copyTree(resolve(name), target.resolve(name));
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Deletes a folder with all in it, if it is there. */
  public static void deleteTree(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (var paths = Files.walk(path)) {
      for (var found : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(found);
      }
    }
  }

  /** Lets other processes in. */
  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
