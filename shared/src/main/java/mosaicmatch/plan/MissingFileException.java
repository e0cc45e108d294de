package mosaicmatch.plan;

/** A file of a cycle is not there (any more); final. */
public final class MissingFileException extends RuntimeException {

  /** Names the key. */
  public MissingFileException(String key) {
    super("there is no file " + key);
  }

  /** Names the key and what the store said. */
  public MissingFileException(String key, Throwable cause) {
    super("there is no file " + key, cause);
  }
}
