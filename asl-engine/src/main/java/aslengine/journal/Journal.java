package aslengine.journal;

import java.nio.file.Path;

/** Records in the order they were written; each can be read again by its position. */
public interface Journal extends AutoCloseable {

  /**
   * Appends a record.
   *
   * @return its position
   * @throws JournalWriteException when the record is not safely in the journal
   */
  long append(byte[] record);

  /** Reads the record at a position that {@link #append} or {@link #replay} gave. */
  byte[] read(long position);

  /**
   * Makes everything appended so far outlive a crash of the machine.
   *
   * @throws JournalWriteException when that is not possible
   */
  void sync();

  /** Passes every record to {@code reader}, oldest first. */
  void replay(RecordReader reader);

  @Override
  void close();

  /** Takes the records of a replay. */
  @FunctionalInterface
  interface RecordReader {
    /** One record and its position. */
    void read(long position, byte[] record);
  }

  /** A journal that ends with the process. */
  static Journal inMemory() {
    return new MemoryJournal();
  }

  /**
   * A journal in {@code directory}, which is created when missing. A record that was cut short by a
   * crash is dropped.
   *
   * @throws JournalInUseException when another engine has it open
   * @throws JournalCorruptException when a record in its midst has changed
   */
  static Journal inDirectory(Path directory) {
    return FileJournal.open(directory);
  }
}
