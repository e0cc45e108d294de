package mosaicmatch.local.cli;

import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.local.cycle.CycleTeller;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.report.CycleSummary;

/** Follows an execution to its end and tells how it ended. */
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

  /** Prints the outcome; answers the exit code. */
  int tell(CycleOutcome outcome) throws Exception {
    command.print(outcome, () -> inWords(outcome));
    return outcome.isFinished() ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private void inWords(CycleOutcome outcome) {
    var out = command.out();
    if (outcome.cycleId().isEmpty()) {
      out.println("no cycle was opened: another one holds the lock, or this one has run");
      return;
    }
    out.println("cycle       " + outcome.cycleId().get() + "  " + outcome.status());
    outcome.summary().ifPresent(this::inWords);
    outcome
        .timesAsAlike()
        .ifPresent(times -> out.printf("alike       %.2f times as much as random pairs%n", times));
    outcome.report().ifPresent(page -> out.println("report      " + page.toUri()));
    if (!outcome.isFinished()) {
      out.println("to finish   ./mosaic redrive");
    }
  }

  private void inWords(CycleSummary summary) {
    var out = command.out();
    out.printf(
        "pairs       %d completed of %d planned, %d unfinished, %d given up%n",
        summary.completed(), summary.planned(), summary.unfinished(), summary.givenUp());
    out.printf(
        "seekers     %d in the pool, %d unmatched by the plan%n",
        summary.pool(), summary.unmatched());
    summary
        .meanSimilarity()
        .ifPresent(
            mean ->
                out.printf(
                    "similarity  %.3f on average, %.3f for random pairs%n",
                    mean, summary.meanRandomSimilarity().orElse(Double.NaN)));
  }
}
