package mosaicmatch.plan;

/** A file of a cycle can't be read as what it should be; final. */
public final class BrokenFileException extends RuntimeException {

  /** Names the file and the place in it, and says what is wrong, without quoting contents. */
  public BrokenFileException(String key, String what) {
    super("file " + key + ": " + what);
  }

  /** The same, with the cause. */
  public BrokenFileException(String key, String what, Throwable cause) {
    super("file " + key + ": " + what, cause);
  }
}
