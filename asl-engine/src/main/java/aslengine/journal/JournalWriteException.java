package aslengine.journal;

/** The journal could not be written, so nothing more can be promised: a full disk, most often. */
public final class JournalWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the file and what the system said. */
  public JournalWriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
