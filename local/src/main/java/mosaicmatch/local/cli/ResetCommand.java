package mosaicmatch.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import mosaicmatch.json.Json;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forgets everything. */
@Command(
    name = "reset",
    description = "Deletes the home folder: people, cycles, rooms, secrets. Asks first.",
    mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

  private final LocalSettings settings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  private boolean json;

  ResetCommand(LocalSettings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    var root = settings.home();
    if (!Files.exists(root)) {
      return tell("nothing", root);
    }
    if (!yes && !Confirmation.isGiven("Delete " + root + " with everything in it?")) {
      spec.commandLine().getErr().println("mosaic: not reset; say --yes, or y when asked");
      return ExitCode.USAGE;
    }
    try (var home = Home.open(root)) {
      home.clear();
    }
    return tell("deleted", root);
  }

  private int tell(String what, Path root) throws IOException {
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? Json.mapper().writeValueAsString(Map.of("reset", what, "home", root.toString()))
            : what.equals("nothing") ? "nothing to reset in " + root : "deleted " + root);
    out.flush();
    return ExitCode.OK;
  }
}
