package mosaicmatch.local.sandbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import mosaicmatch.settings.Environment;

/**
 * How functions are run in sandboxes.
 *
 * @param project the folder of {@code template.yaml}, from which it names the packaged jars
 * @param sandboxesPerFunction how many calls of one function run at a time, 1 to 64; further ones
 *     wait
 * @param unpackedFirst whether every jar is unpacked before the first call, which then need not
 *     wait for it; else each when its function is called
 * @param log where the functions' logs go; each to a file in the home folder, if not given
 */
public record SandboxSettings(
    Path project, int sandboxesPerFunction, boolean unpackedFirst, Optional<PrintStream> log) {

  private static final int MOST = 64;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public SandboxSettings {
    if (sandboxesPerFunction < 1 || sandboxesPerFunction > MOST) {
      throw new IllegalArgumentException("sandboxes of a function: must be from 1 to " + MOST);
    }
  }

  /**
   * With {@code MOSAIC_SANDBOXES} of each function, as many as there are processors by default.
   *
   * @throws mosaicmatch.settings.WrongSettingException if that is no number in its range
   */
  public static SandboxSettings of(Path project, Environment environment) {
    int usual = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    return new SandboxSettings(
        project, environment.intOr("MOSAIC_SANDBOXES", usual, 1, MOST), true, Optional.empty());
  }

  /** The same for a call of one function, with its log on a stream. */
  public SandboxSettings forOneCall(PrintStream stream) {
    return new SandboxSettings(project, sandboxesPerFunction, false, Optional.of(stream));
  }
}
