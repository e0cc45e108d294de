package mosaicmatch.local.nakama;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a stand-in for Nakama is set up.
 *
 * @param home the folder for its log, made if it is not there
 * @param httpKey the key that callers show: visible ASCII characters without a colon
 * @param port where on 127.0.0.1 it listens, 1 to 65535, or 0 for any free port
 * @param portSetting the name of the setting that chooses the port, for error messages
 * @param fault which pairs it fails for on purpose
 * @param clock what the time of rooms and notifications is read from
 */
public record NakamaSettings(
    Path home, String httpKey, int port, String portSetting, Fault fault, InstantSource clock) {

  /**
   * Checks key and port.
   *
   * @throws IllegalArgumentException if either is not as said above
   */
  public NakamaSettings {
    if (!httpKey.matches("[!-9;-~]+")) {
      throw new IllegalArgumentException(
          "the Nakama http key must be visible ASCII characters without a colon");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "%s must be a port from 1 to 65535, such as 7350, or 0 for any free one; not %d"
              .formatted(portSetting, port));
    }
  }

  /** On any free port, with no fault and the system's clock. */
  public static NakamaSettings in(Path home, String httpKey) {
    return new NakamaSettings(home, httpKey, 0, "its port", Fault.none(), InstantSource.system());
  }

  /** The same on another port, chosen by the setting of that name. */
  public NakamaSettings onPort(int newPort, String setting) {
    return new NakamaSettings(home, httpKey, newPort, setting, fault, clock);
  }

  /** The same with another fault. */
  public NakamaSettings breaking(Fault newFault) {
    return new NakamaSettings(home, httpKey, port, portSetting, newFault, clock);
  }

  /** The same with another clock. */
  public NakamaSettings at(InstantSource newClock) {
    return new NakamaSettings(home, httpKey, port, portSetting, fault, newClock);
  }

  @Override
  public String toString() {
    return "NakamaSettings[home=%s, port=%d, fault=%s]".formatted(home, port, fault);
  }
}
