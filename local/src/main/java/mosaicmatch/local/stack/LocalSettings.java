package mosaicmatch.local.stack;

import aslengine.time.EngineTime;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mosaicmatch.local.nakama.Fault;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.settings.Environment;

/**
 * How the local system is set up.
 *
 * @param home where everything is kept; {@code MOSAIC_HOME}, {@code .mosaic} by default
 * @param functions the settings of the functions: every variable whose name starts with {@code
 *     MOSAIC_}, as on AWS
 * @param nakamaFault which pairs the stand-in for Nakama fails for, if any
 * @param time the state machine's clock, by which it waits between tries
 * @param sandboxes how functions are run in JVMs of their own, if they are
 * @param ports where it listens
 */
public record LocalSettings(
    Path home,
    Map<String, String> functions,
    Optional<Fault> nakamaFault,
    EngineTime time,
    Optional<SandboxSettings> sandboxes,
    Ports ports) {

  private static final Map<String, String> DEFAULTS =
      Map.of("MOSAIC_METRICS", "off", "MOSAIC_LEASE_SECONDS", "60");

  /** Keeps a copy. */
  public LocalSettings {
    functions = Map.copyOf(functions);
  }

  /** From the environment variables of the process. */
  public static LocalSettings of(Environment environment) {
    var functions = new TreeMap<>(DEFAULTS);
    environment.variables().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("MOSAIC_"))
        .forEach(variable -> functions.put(variable.getKey(), variable.getValue()));
    var home = Path.of(environment.textOr("MOSAIC_HOME", ".mosaic")).toAbsolutePath();
    return new LocalSettings(
        home.normalize(),
        functions,
        Optional.empty(),
        EngineTime.system(),
        Optional.empty(),
        Ports.ANY);
  }

  /** The same in another home folder. */
  public LocalSettings in(Path otherHome) {
    return new LocalSettings(otherHome, functions, nakamaFault, time, sandboxes, ports);
  }

  /** The same by another clock. */
  public LocalSettings by(EngineTime otherTime) {
    return new LocalSettings(home, functions, nakamaFault, otherTime, sandboxes, ports);
  }

  /** The same with a fault at Nakama. */
  public LocalSettings breaking(Fault fault) {
    return new LocalSettings(home, functions, Optional.of(fault), time, sandboxes, ports);
  }

  /** The same with each function in a JVM of its own. */
  public LocalSettings isolated(SandboxSettings isolation) {
    return new LocalSettings(home, functions, nakamaFault, time, Optional.of(isolation), ports);
  }

  /** The same at these ports. */
  public LocalSettings at(Ports chosen) {
    return new LocalSettings(home, functions, nakamaFault, time, sandboxes, chosen);
  }
}
