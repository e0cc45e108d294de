package aslengine.map;

/** Items are not of the format that they are said to be of. */
public final class UnreadableItemsException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableItemsException(String message) {
    super(message);
  }
}
