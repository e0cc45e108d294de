package mosaicmatch.local.nakama;

import java.io.IOException;
import java.nio.file.Path;

/** The stand-in's log cannot be opened or read. */
public final class LogUnreadableException extends RuntimeException {

  LogUnreadableException(Path log, IOException cause) {
    super("%s cannot be read (%s)".formatted(log, cause.getMessage()), cause);
  }
}
