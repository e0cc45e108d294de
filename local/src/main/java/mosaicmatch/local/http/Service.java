package mosaicmatch.local.http;

import java.io.IOException;

/** What an endpoint does: answers calls, many at a time. */
@FunctionalInterface
public interface Service {

  /**
   * Answers one call.
   *
   * @throws IOException if the connection or the disk breaks; the caller gets a 500
   */
  Reply answer(Call call) throws IOException;
}
