package mosaicmatch.local.nakama;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** A file that is written at its end and can be cut back. */
interface LogFile extends Closeable {

  long length() throws IOException;

  void write(long position, byte[] bytes) throws IOException;

  void truncate(long length) throws IOException;

  /** Waits until the disk has it all. */
  void force() throws IOException;

  /**
   * A real file, kept to this process until it is closed.
   *
   * @throws LogInUseException if another program has it open
   * @throws IOException if it cannot be opened
   */
  static LogFile open(Path path) throws IOException {
    // Not a FileChannel: an interrupt of one writer would close that for all of them.
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    if (!isLocked(file)) {
      file.close();
      throw new LogInUseException(path);
    }
    return new OnDisk(file);
  }

  private static boolean isLocked(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /** The real thing. */
  record OnDisk(RandomAccessFile file) implements LogFile {
    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public void write(long position, byte[] bytes) throws IOException {
      file.seek(position);
      file.write(bytes);
    }

    @Override
    public void truncate(long length) throws IOException {
      file.setLength(length);
    }

    @Override
    public void force() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
