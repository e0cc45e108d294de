package mosaicmatch.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command. */
public final class CommonOptions {

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      defaultValue = "${env:MOSAIC_HOME:-.mosaic}",
      description = "Where all data is kept (MOSAIC_HOME; default: .mosaic).")
  private Path home = Path.of(".mosaic");

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  /** The folder where all data is kept. */
  public Path home() {
    return home;
  }

  /** Whether the answer is to be JSON. */
  public boolean json() {
    return json;
  }
}
