package aslengine.journal;

import java.nio.file.Path;

/** Another engine has the journal open. */
public final class JournalInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalInUseException(Path file) {
    super("another engine has the journal open: " + file);
  }
}
