package mosaicmatch.local.http;

/** A port that was asked for is in use by another program. */
public final class PortTakenException extends RuntimeException {

  PortTakenException(String name, int port, String setting) {
    super(
        "port %d for %s is in use by another program; choose another by %s, or leave it out and a free one is taken"
            .formatted(port, name, setting));
  }
}
