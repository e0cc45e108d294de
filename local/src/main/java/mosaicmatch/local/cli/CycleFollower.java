package mosaicmatch.local.cli;

import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.local.cycle.CycleTeller;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.home.Home;

/** Follows an execution to its end, and has its report written. */
final class CycleFollower {

  private final LocalCommand command;
  private final Session session;
  private final ExecutionWatch.Listener progress;

  CycleFollower(LocalCommand command, Session session, ExecutionWatch.Listener progress) {
    this.command = command;
    this.session = session;
    this.progress = progress;
  }

  CycleOutcome follow(Execution execution) throws Exception {
    var ended = new ExecutionWatch(progress).untilEnd(execution);
    var reports = command.settings().home().resolve(Home.REPORTS);
    return new CycleTeller(session.stores(), session.texts(), reports).tell(execution, ended);
  }
}
