package mosaicmatch.local.nakama;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The stand-in's log takes no more, such as when the disk is full; nothing that was asked for is
 * acknowledged. Callers over HTTP get status 500 with code 13.
 */
public final class LogUnwritableException extends RuntimeException {

  private LogUnwritableException(String message, IOException cause) {
    super(message, cause);
  }

  /** A write that may be tried again. */
  static LogUnwritableException onWrite(Path log, IOException cause) {
    return new LogUnwritableException(
        "%s cannot be written (%s); free some space and call again"
            .formatted(log.getFileName(), cause.getMessage()),
        cause);
  }

  /** After a failed sync nobody knows what the disk has, so only a new start helps. */
  static LogUnwritableException onForce(Path log, IOException cause) {
    return new LogUnwritableException(
        "%s cannot be made durable (%s); start the stand-in again"
            .formatted(log.getFileName(), cause.getMessage()),
        cause);
  }
}
