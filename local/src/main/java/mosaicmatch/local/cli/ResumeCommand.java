package mosaicmatch.local.cli;

import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;

/** Lets cycles start by themselves again. */
@Command(
    name = "resume",
    description = "Lets cycles start by themselves again, and the alarm act.",
    mixinStandardHelpOptions = true)
final class ResumeCommand extends LocalCommand {

  ResumeCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var now = CycleSwitch.resume(session);
    print(now, () -> out().println(now.inWords()));
    return ExitCode.OK;
  }
}
