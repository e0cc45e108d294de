package mosaicmatch.local.cli;

import mosaicmatch.local.operate.CycleReplay;
import mosaicmatch.local.operate.CycleReplay.Replayed;
import mosaicmatch.local.operate.CycleReplay.Verdict;
import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.pairing.PlanReplay.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes a past plan again. */
@Command(
    name = "replay",
    description = {
      "Computes a past cycle's plan again from its recorded input, and compares the two bit for"
          + " bit.",
      "Exit code 0 only if they are identical."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand extends OperatorCommand {

  @Parameters(paramLabel = "CYCLE", description = "The cycle's id, or a dry run's.")
  private String cycle = "";

  ReplayCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session, Workbench bench) throws Exception {
    var replayed = new CycleReplay(bench).replay(cycle);
    print(replayed, () -> tell(replayed));
    return replayed.verdict() == Verdict.IDENTICAL ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private void tell(Replayed replayed) {
    out().println("cycle " + replayed.cycleId() + ": " + replayed.said());
    out()
        .printf(
            "recorded  %d pairs, %d unmatched, by %s%n",
            replayed.pairs(), replayed.unmatched(), replayed.algorithm());
    replayed.difference().ifPresent(this::tell);
  }

  private void tell(Difference difference) {
    var line = difference.line();
    out().println("recorded  " + line.stored().orElse("(no such line)"));
    out().println("computed  " + line.expected().orElse("(no such line)"));
  }
}
