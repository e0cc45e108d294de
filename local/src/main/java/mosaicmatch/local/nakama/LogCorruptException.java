package mosaicmatch.local.nakama;

import java.nio.file.Path;

/** A line in the midst of the stand-in's log is not what was written there. */
public final class LogCorruptException extends RuntimeException {

  LogCorruptException(Path log, long line) {
    super(
        "line %d of %s is damaged; restore the file, or delete it to begin with no rooms"
            .formatted(line, log));
  }
}
