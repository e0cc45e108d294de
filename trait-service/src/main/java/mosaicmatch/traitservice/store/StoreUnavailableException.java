package mosaicmatch.traitservice.store;

/** DynamoDB did not answer in time, throttled, or failed: the same call may succeed later. */
public final class StoreUnavailableException extends RuntimeException {

  /** Without a failure of its own. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** With what came in the way. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
