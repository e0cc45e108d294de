package mosaicmatch.aws;

/** An item of a table lacks an attribute, or holds one that can't be read; final. */
public final class BrokenItemException extends RuntimeException {

  /** Names the attribute. */
  public BrokenItemException(String attribute) {
    super("attribute " + attribute + " is missing or of a wrong type");
  }

  /** Names the attribute and what its value broke. */
  public BrokenItemException(String attribute, Throwable cause) {
    super("attribute " + attribute + " can't be read", cause);
  }
}
