package mosaicmatch.local.home;

import java.nio.file.Path;

/** Another process works in the same home folder. */
public final class HomeInUseException extends RuntimeException {

  /** Names the folder and who has it. */
  public HomeInUseException(Path home, String process) {
    super(
        "another mosaic (process "
            + process
            + ") works in "
            + home
            + "; wait until it ends, or set MOSAIC_HOME to another folder");
  }
}
