package mosaicmatch.local.cli;

import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.local.cycle.CycleTeller;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;

/** Follows an execution to its end, and has its report written. */
final class CycleFollower {

  private final Session session;
  private final ExecutionWatch.Listener progress;

  CycleFollower(Session session, ExecutionWatch.Listener progress) {
    this.session = session;
    this.progress = progress;
  }

  CycleOutcome follow(Execution execution) throws Exception {
    var ended = new ExecutionWatch(progress, session.site().pace()).untilEnd(execution);
    return new CycleTeller(session.stores(), session.texts(), session.reports())
        .tell(execution, ended);
  }
}
