package mosaicmatch.local.http;

import java.io.IOException;

/** A request body has more bytes than its endpoint takes. */
public final class BodyTooLargeException extends IOException {

  /**
   * Names the limit.
   *
   * @param limit the most bytes a body may have
   */
  public BodyTooLargeException(int limit) {
    super("the body has more than " + limit + " bytes");
  }
}
