package mosaicmatch.aws;

/**
 * A store (DynamoDB, S3) can't be reached, timed out, is throttled, or had a conflict; may be
 * retried.
 */
public final class StoreUnavailableException extends RuntimeException {

  /** With what was tried. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** With what was tried and what came of it. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
