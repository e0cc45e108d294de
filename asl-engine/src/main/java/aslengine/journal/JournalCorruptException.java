package aslengine.journal;

import java.nio.file.Path;

/** A record in the midst of the journal is not what was written. */
public final class JournalCorruptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      "; restore the file from a copy, or move it away to begin anew";

  JournalCorruptException(Path file, long position) {
    super("the journal " + file + " has a damaged record at byte " + position + REMEDY);
  }

  /** A record that is as it was written, but tells of nothing that an engine can have done. */
  JournalCorruptException(Path file, long position, Throwable cause) {
    super("the journal " + file + " has a wrong record at byte " + position + REMEDY, cause);
  }

  /** Records that are right one by one, but do not fit together. */
  public JournalCorruptException(Throwable cause) {
    super("the journal tells of executions that can't be gone on with" + REMEDY, cause);
  }
}
