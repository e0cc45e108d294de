package mosaicmatch.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that were started, to be closed in the opposite order. */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  <T extends AutoCloseable> T keep(T part) {
    started.push(part);
    return part;
  }

  /**
   * Closes all, the latest first; what one of them says does not keep the others open.
   *
   * @throws PartNotClosedException with all that was said, if anything was
   */
  @Override
  public void close() {
    var failed = new PartNotClosedException();
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
