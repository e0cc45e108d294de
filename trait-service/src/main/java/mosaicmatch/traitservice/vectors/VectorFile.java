package mosaicmatch.traitservice.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;

/**
 * The vectors on disk: a header, then a record for each one put, the newest of a person being the
 * one that counts. A record is on the disk before its writing returns. Not safe for several
 * threads.
 */
final class VectorFile implements AutoCloseable {

  private static final byte[] MAGIC = "MMVLOG01".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final int dimensions;
  private final AppendChannel.Opener opener;
  private final FolderLock lock;
  private final boolean wantsRewriting;
  private AppendChannel channel;
  private boolean uncertain;

  private VectorFile(
      Path path, int dimensions, AppendChannel.Opener opener, FolderLock lock, boolean stale)
      throws IOException {
    this.path = path;
    this.dimensions = dimensions;
    this.opener = opener;
    this.lock = lock;
    this.wantsRewriting = stale;
    this.channel = opener.open(path);
  }

  /** Opens the file, made if it is not there, and gives all its vectors, the older ones first. */
  static VectorFile open(
      Path path, int dimensions, AppendChannel.Opener opener, Consumer<StoredVector> vectors) {
    FolderLock lock = FolderLock.take(path);
    try {
      return open(path, dimensions, opener, vectors, lock);
    } catch (IOException e) {
      lock.close();
      throw VectorFileUnwritableException.of(path, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static VectorFile open(
      Path path,
      int dimensions,
      AppendChannel.Opener opener,
      Consumer<StoredVector> vectors,
      FolderLock lock)
      throws IOException {
    if (Files.notExists(path) || Files.size(path) == 0) {
      return new VectorFile(path, dimensions, opener, lock, true);
    }
    Set<SeekerId> people = new HashSet<>();
    VectorFileReader.Reading reading =
        new VectorFileReader(path, dimensions)
            .readInto(
                vector -> {
                  people.add(vector.id());
                  vectors.accept(vector);
                });
    boolean stale = reading.torn() || reading.records() > people.size();
    return new VectorFile(path, dimensions, opener, lock, stale);
  }

  /**
   * Whether the file is new, ends in an unfinished record, or holds records that no longer count.
   */
  boolean wantsRewriting() {
    return wantsRewriting;
  }

  void append(StoredVector vector) {
    if (uncertain) {
      throw new VectorFileUnwritableException(
          path + " failed before and must be opened anew: restart the service");
    }
    try {
      long end = channel.size();
      write(VectorRecord.write(vector), end);
    } catch (IOException e) {
      throw VectorFileUnwritableException.of(path, e);
    }
  }

  private void write(ByteBuffer bytes, long end) throws IOException {
    // Until all of it is on the disk, or cut off again, nobody knows how the file ends.
    uncertain = true;
    try {
      channel.write(bytes);
    } catch (IOException e) {
      channel.truncate(end);
      uncertain = false;
      throw e;
    }
    channel.force();
    uncertain = false;
  }

  /** Replaces the whole file at once; if that fails, the old one stays as it was. */
  void rewrite(Stream<StoredVector> vectors) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      writeAll(fresh, vectors.iterator());
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder();
      AppendChannel old = channel;
      channel = opener.open(path);
      uncertain = false;
      old.close();
    } catch (IOException e) {
      throw VectorFileUnwritableException.of(path, e);
    }
  }

  private void writeAll(Path fresh, Iterator<StoredVector> vectors) throws IOException {
    try (AppendChannel out = opener.open(fresh)) {
      out.write(ByteBuffer.wrap(header(dimensions)));
      while (vectors.hasNext()) {
        out.write(VectorRecord.write(vectors.next()));
      }
      out.force();
    }
  }

  private void forceFolder() throws IOException {
    try (FileChannel folder =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  static byte[] header(int dimensions) {
    return ByteBuffer.allocate(MAGIC.length + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putInt(dimensions)
        .array();
  }

  @Override
  public void close() {
    try (lock) {
      channel.close();
    } catch (IOException e) {
      throw VectorFileUnwritableException.of(path, e);
    }
  }
}
