package mosaicmatch.local.nakama;

import java.io.IOException;
import java.net.URI;

/** The stand-in for Nakama can't be asked, or refuses. */
public final class DeskClosedException extends RuntimeException {

  DeskClosedException(URI nakama, IOException why) {
    super("the stand-in for Nakama at " + nakama + " can't be reached; has its mosaic ended?", why);
  }

  DeskClosedException(URI nakama, int status) {
    super("the stand-in for Nakama at " + nakama + " answers with status " + status);
  }
}
