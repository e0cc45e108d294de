package mosaicmatch.local.nakama;

import java.nio.file.Path;

/** Another program has the stand-in's log open, so this one may not write to it. */
public final class LogInUseException extends RuntimeException {

  LogInUseException(Path log) {
    super(log + " is in use by another program; end that one first");
  }
}
