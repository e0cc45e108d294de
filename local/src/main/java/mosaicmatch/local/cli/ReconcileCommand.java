package mosaicmatch.local.cli;

import mosaicmatch.json.Json;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;

/** Finishes what was interrupted. */
@Command(
    name = "reconcile",
    description = "Finishes, or gives up as a whole, what earlier cycles left unfinished.",
    mixinStandardHelpOptions = true)
final class ReconcileCommand extends LocalCommand {

  ReconcileCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var reconcile = FunctionName.parse(CycleFunction.RECONCILE.functionName());
    var outcome = session.stack().functions().invoke(reconcile, new byte[0]);
    var answer = Json.mapper().readTree(outcome.payload());
    print(answer, () -> out().println(answer));
    return outcome.failed() ? ExitCode.UNFINISHED : ExitCode.OK;
  }
}
