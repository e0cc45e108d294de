package mosaicmatch.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of the local system: tables, objects, journal, rooms, secrets and reports, each in a
 * place of its own. One process at a time works in it.
 */
public final class Home implements AutoCloseable {

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
    var file = root.resolve("mosaic.lock");
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

  /** Lets other processes in. */
  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
