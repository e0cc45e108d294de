package mosaicmatch.plan;

import java.io.IOException;

/** A stream was read well, and holds something else than it should. */
public final class WrongContentsException extends IOException {

  private final String what;

  /** Says what is wrong, without quoting contents. */
  WrongContentsException(String what) {
    super(what);
    this.what = what;
  }

  /** The same, with the cause. */
  WrongContentsException(String what, Throwable cause) {
    super(what, cause);
    this.what = what;
  }

  /** What is wrong. */
  public String what() {
    return what;
  }
}
