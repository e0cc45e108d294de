package mosaicmatch.local.cli;

import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;

/** Keeps cycles from starting by themselves. */
@Command(
    name = "pause",
    description = "Lets no cycle start by itself, and mutes the alarm for that; what runs goes on.",
    mixinStandardHelpOptions = true)
final class PauseCommand extends LocalCommand {

  PauseCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var now = CycleSwitch.pause(session);
    print(now, () -> out().println(now.inWords()));
    return ExitCode.OK;
  }
}
