package mosaicmatch.local.cli;

import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.stack.LocalSettings;

/** A command for past cycles and for people, which works by the clients of AWS alone. */
abstract class OperatorCommand extends LocalCommand {

  OperatorCommand(LocalSettings settings) {
    super(settings);
  }

  /** Works with the system; answers the exit code. */
  abstract int work(Session session, Workbench bench) throws Exception;

  @Override
  final String whenStopped(boolean elsewhere) {
    return "stopped in the middle; run the same command again, and it goes on from here";
  }

  @Override
  final int work(Session session) throws Exception {
    try (var bench = new Workbench(session.clients())) {
      return work(session, bench);
    }
  }
}
