package mosaicmatch.local.nakama;

/** The port asked for is in use by another program. */
public final class NakamaPortTakenException extends RuntimeException {

  NakamaPortTakenException(int port, String setting, Throwable cause) {
    super(
        "port %d for the Nakama stand-in is in use by another program; choose another by %s, or 0 for any free one"
            .formatted(port, setting),
        cause);
  }
}
