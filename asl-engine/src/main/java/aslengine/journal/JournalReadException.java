package aslengine.journal;

/** The journal could not be opened or read. */
public final class JournalReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalReadException(String message, Throwable cause) {
    super(message, cause);
  }
}
