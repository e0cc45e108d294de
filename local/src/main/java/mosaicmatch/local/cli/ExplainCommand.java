package mosaicmatch.local.cli;

import mosaicmatch.local.operate.CycleExplainer;
import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why somebody was paired so, or not. */
@Command(
    name = "explain",
    description = "Why a cycle paired somebody with whom it did, or with nobody.",
    mixinStandardHelpOptions = true)
final class ExplainCommand extends OperatorCommand {

  @Parameters(index = "0", paramLabel = "CYCLE", description = "The cycle's id, or a dry run's.")
  private String cycle = "";

  @Parameters(index = "1", paramLabel = "USER", description = "The person's id.")
  private String user = "";

  ExplainCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session, Workbench bench) throws Exception {
    var explanation = new CycleExplainer(bench).explain(cycle, user);
    print(
        explanation,
        () -> {
          out().println(explanation.userId() + " in cycle " + explanation.cycleId());
          explanation.sentences().forEach(out()::println);
        });
    return ExitCode.OK;
  }
}
