package mosaicmatch.traitservice.http;

/** The service can't listen where it was told to, most often because something else does. */
public final class PortUnavailableException extends RuntimeException {
  PortUnavailableException(String host, int port) {
    super(
        "can't listen on %s:%d: is the port in use, and the address this machine's? (0 is a free port)"
            .formatted(host, port));
  }
}
