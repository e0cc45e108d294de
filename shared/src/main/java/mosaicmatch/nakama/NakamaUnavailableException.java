package mosaicmatch.nakama;

/** Nakama can't be reached, timed out, or asked to be called later; may be retried. */
public final class NakamaUnavailableException extends RuntimeException {

  /** With what went wrong, without secrets. */
  public NakamaUnavailableException(String message) {
    super(message);
  }

  /** With what went wrong and its cause. */
  public NakamaUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
