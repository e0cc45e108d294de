package mosaicmatch.local.http;

/**
 * Where an endpoint listens.
 *
 * @param name what the endpoint is, for people, such as {@code the S3 store}
 * @param port its port, 1 to 65535, or 0 for any free one
 * @param setting the setting that chooses the port, such as {@code --s3-port}
 */
public record Place(String name, int port, String setting) {

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if there is no such port
   */
  public Place {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "%s must be a port from 1 to 65535, such as 8080, not %d".formatted(setting, port));
    }
  }

  /** Any free port. */
  public static Place anywhere(String name) {
    return new Place(name, 0, "its port");
  }
}
