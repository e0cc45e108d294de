package mosaicmatch.traits;

/** The trait service can't be reached, timed out, or asked to be called later; may be retried. */
public final class TraitServiceUnavailableException extends RuntimeException {

  /** With what went wrong, without texts, vectors or secrets. */
  public TraitServiceUnavailableException(String message) {
    super(message);
  }

  /** With what went wrong and its cause. */
  public TraitServiceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
