package mosaicmatch.local.http;

/** A port that was asked for is in use by another program. */
public final class PortTakenException extends RuntimeException {

  /**
   * Names the port, its endpoint and its setting.
   *
   * @param place where the endpoint was to listen
   */
  public PortTakenException(Place place) {
    super(
        "port %d for %s is in use by another program; choose another by %s, or leave it out and a free one is taken"
            .formatted(place.port(), place.name(), place.setting()));
  }
}
