package mosaicmatch.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.report.CycleSummary;

/** Tells people how a cycle ended. */
final class OutcomeText {

  private final PrintWriter out;

  private OutcomeText(PrintWriter out) {
    this.out = out;
  }

  /** Prints the outcome as the command is asked to; answers the exit code. */
  static int tell(LocalCommand command, CycleOutcome outcome) throws JsonProcessingException {
    command.print(outcome, () -> new OutcomeText(command.out()).tell(outcome));
    return outcome.isFinished() ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private void tell(CycleOutcome outcome) {
    if (outcome.cycleId().isEmpty()) {
      out.println("no cycle was opened: another one holds the lock, or this one has run");
      return;
    }
    out.println("cycle       " + outcome.cycleId().get() + "  " + outcome.status());
    outcome.error().ifPresent(error -> out.println("failed with " + error));
    outcome.summary().ifPresent(this::tell);
    outcome
        .timesAsAlike()
        .ifPresent(times -> out.printf("alike       %.2f times as much as random pairs%n", times));
    outcome.report().ifPresent(page -> out.println("report      " + page.toUri()));
    if (!outcome.isFinished()) {
      out.println("to finish   ./mosaic redrive");
    }
  }

  private void tell(CycleSummary summary) {
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
