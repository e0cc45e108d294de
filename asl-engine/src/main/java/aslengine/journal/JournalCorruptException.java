package aslengine.journal;

import java.nio.file.Path;

/** A record in the midst of the journal is not what was written. */
public final class JournalCorruptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalCorruptException(Path file, long position) {
    super(
        "the journal "
            + file
            + " has a damaged record at byte "
            + position
            + "; restore the file from a copy, or move it away to begin anew");
  }
}
