package mosaicmatch.local.cli;

import java.util.Optional;
import mosaicmatch.local.cycle.CycleOutcome;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.stack.LocalSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Runs again what failed. */
@Command(
    name = "redrive",
    description = "Runs again just what failed in an execution; in the latest one by default.",
    mixinStandardHelpOptions = true)
final class RedriveCommand extends LocalCommand {

  @Parameters(paramLabel = "EXECUTION", arity = "0..1", description = "The execution's ARN.")
  private @Nullable String arn;

  RedriveCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var execution = execution(session);
    execution.redrive();
    CycleOutcome outcome;
    try (var progress = progress()) {
      outcome = new CycleFollower(session, progress).follow(execution);
    }
    return OutcomeText.tell(this, outcome);
  }

  private Execution execution(Session session) {
    return Optional.ofNullable(arn)
        .map(session::execution)
        .or(
            () ->
                session.latestExecution(
                    ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED))
        .orElseThrow(() -> new UnknownNameException("no execution has failed"));
  }
}
