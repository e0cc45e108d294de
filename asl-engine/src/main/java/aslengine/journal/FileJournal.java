package aslengine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** One file of records, each as length, CRC-32C and bytes. See RATIONALE.md, "The journal". */
final class FileJournal implements Journal {
  private static final String NAME = "executions.journal";
  private static final int HEADER_BYTES = 8;
  private static final int MOST_RECORD_BYTES = 1 << 30;

  private final Path file;
  private final FileChannel channel;
  private long end;

  private FileJournal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FileJournal open(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file, channel);
      return open(new FileJournal(file, channel));
    } catch (IOException e) {
      throw new JournalReadException("the journal cannot be opened: " + file, e);
    }
  }

  private static FileJournal open(FileJournal journal) throws IOException {
    try {
      journal.scan((position, record) -> {});
      journal.dropTornTail();
      return journal;
    } catch (IOException | RuntimeException e) {
      journal.channel.close();
      throw e;
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // This very process has it open: the same answer as for another process.
    }
    channel.close();
    throw new JournalInUseException(file);
  }

  private void dropTornTail() throws IOException {
    if (channel.size() > end) {
      channel.truncate(end);
    }
  }

  @Override
  public synchronized long append(byte[] record) {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + record.length);
    buffer.putInt(record.length).putInt(checksum(record)).put(record).flip();
    long position = end;
    try {
      long at = position;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      end = at;
      return position;
    } catch (IOException e) {
      throw new JournalWriteException(
          "the journal cannot be written (" + e.getMessage() + "): " + file, e);
    }
  }

  @Override
  public synchronized byte[] read(long position) {
    try {
      ByteBuffer header = readFully(position, HEADER_BYTES);
      return readFully(position + HEADER_BYTES, header.getInt()).array();
    } catch (IOException e) {
      throw new JournalReadException("the journal cannot be read: " + file, e);
    }
  }

  @Override
  public synchronized void sync() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new JournalWriteException(
          "the journal cannot be made durable (" + e.getMessage() + "): " + file, e);
    }
  }

  @Override
  public synchronized void replay(RecordReader reader) {
    try {
      scan(reader);
    } catch (IOException e) {
      throw new JournalReadException("the journal cannot be read: " + file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new JournalReadException("the journal cannot be closed: " + file, e);
    }
  }

  private void scan(RecordReader reader) throws IOException {
    long size = channel.size();
    end = 0;
    while (end + HEADER_BYTES <= size) {
      ByteBuffer header = readFully(end, HEADER_BYTES);
      int length = header.getInt();
      int checksum = header.getInt();
      if (length < 0 || length > MOST_RECORD_BYTES || end + HEADER_BYTES + length > size) {
        refuseIfFollowed(size);
        return;
      }
      byte[] record = readFully(end + HEADER_BYTES, length).array();
      long next = end + HEADER_BYTES + length;
      if (checksum(record) != checksum) {
        refuseUnlessLast(next, size);
        return;
      }
      hand(reader, record);
      end = next;
    }
  }

  private void hand(RecordReader reader, byte[] record) {
    try {
      reader.read(end, record);
    } catch (RuntimeException e) {
      throw new JournalCorruptException(file, end, e);
    }
  }

  /** A wrong length looks like a torn end; if a whole record comes after it, it is none. */
  private void refuseIfFollowed(long size) throws IOException {
    for (long at = end + 1; at + HEADER_BYTES < size; at++) {
      if (isRecord(at, size)) {
        throw new JournalCorruptException(file, end);
      }
    }
  }

  private boolean isRecord(long at, long size) throws IOException {
    ByteBuffer header = readFully(at, HEADER_BYTES + 1);
    int length = header.getInt();
    int checksum = header.getInt();
    return length > 0
        && length <= size - at - HEADER_BYTES
        && header.get() == '{'
        && checksum(readFully(at + HEADER_BYTES, length).array()) == checksum;
  }

  private void refuseUnlessLast(long next, long size) {
    if (next < size) {
      throw new JournalCorruptException(file, end);
    }
  }

  private ByteBuffer readFully(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("record at byte " + position + " is cut short");
      }
    }
    return buffer.flip();
  }

  private static int checksum(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record);
    return (int) crc.getValue();
  }
}
