package mosaicmatch.local.stack;

/**
 * Where the parts listen that other programs call; 0 is any free port.
 *
 * @param aws all AWS services
 * @param traits the trait service
 * @param nakama the stand-in for Nakama
 */
public record Ports(int aws, int traits, int nakama) {

  /** Any free ones. */
  public static final Ports ANY = new Ports(0, 0, 0);

  /** The option that chooses the port of the AWS services. */
  public static final String AWS_SETTING = "--port";

  /** The option that chooses the port of the trait service. */
  public static final String TRAITS_SETTING = "--traits-port";

  /** The option that chooses the port of the stand-in for Nakama. */
  public static final String NAKAMA_SETTING = "--nakama-port";

  private static final int MAX = 65_535;

  /**
   * Checks the ports.
   *
   * @throws IllegalArgumentException if there is no such port
   */
  public Ports {
    check(AWS_SETTING, aws);
    check(TRAITS_SETTING, traits);
    check(NAKAMA_SETTING, nakama);
  }

  private static void check(String setting, int port) {
    if (port < 0 || port > MAX) {
      throw new IllegalArgumentException(
          "%s must be a port from 1 to 65535, or 0 for any free one; not %d"
              .formatted(setting, port));
    }
  }
}
