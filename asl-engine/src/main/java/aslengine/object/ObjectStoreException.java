package aslengine.object;

/** An object could not be read or written. */
public final class ObjectStoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what happened in the store's own words. */
  public ObjectStoreException(String message) {
    super(message);
  }

  /** Says what happened in the store's own words. */
  public ObjectStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
